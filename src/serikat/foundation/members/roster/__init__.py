"""Lists of members as people keep them: read row by row, compared with what is known, and written out again.

A list goes `sheets` (a file as rows) -> `headings` (what each column holds) -> `reading` (outlets and problems) ->
`comparing` (what would change). `writing` makes the list that comes out, `annotating` the copy that says what is wrong.
"""
