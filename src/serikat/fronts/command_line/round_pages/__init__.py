"""What a round over many outlets leaves for people: a workbook, pages that list the outlets, and a page for each."""
