"""Who and what every room refers to; knows no department."""
