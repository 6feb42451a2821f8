"""What whole-system tests share: real pages where they are at hand, and local servers."""
