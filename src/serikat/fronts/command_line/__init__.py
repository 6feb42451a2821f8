"""The `serikat` command: reads arguments, calls the engines, prints; judges nothing itself."""
