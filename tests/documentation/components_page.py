"""docs/components.md, written from the comments at the top of the components themselves."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.sources import PACKAGE

COMPONENTS = PACKAGE / "web" / "templates" / "cotton"
LAYOUTS = PACKAGE / "web" / "templates" / "web"
HEAD = """\
# Components

What every page is made of, so that all look and behave alike. `/komponen/` on any installation shows each in every
state, in both languages, light and dark. Written by `make docs` from the comments in the templates; the look itself
is [one stylesheet](../src/serikat/web/static/web/serikat.css) whose first lines hold all colours, sizes and spaces.

![The page of all components](images/components.png)

Dark, and on a telephone, where a table's rows become cards with the same facts:

![In the dark](images/components-dark.png) ![On a telephone](images/components-telephone.png)

## How to use them

- A page extends one of the layouts below and fills the block `main`. First the answer (`<c-page-head>`), then the
  picture, then the list, then the details. One `kind="main"` button a page.
- An attribute with a colon before its name takes a value from Python: `:at="quote.seen_at"`; without it, text:
  `title="{% say "Unggah akta" "Upload the deed" %}"`.
- Every sentence stands in both languages: `{% say "{n} anggota" "{n} members" one="{n} member" n=count %}`. Values
  are escaped, numbers written as the language does. `Words` from Python: `{{ reason|said }}`. Labels of forms:
  `said_later(…)`.
- `{{ moment|when }}` is absolute with its zone, and how long ago in its title; `{{ day|day }}`, `{{ n|number }}`,
  `{{ seconds|duration }}`, `{{ outcome|outcome_word }}`, `{% icon "users" %}`.
- A form of ours is a `serikat.web.forms.Form`, drawn by `<c-form>` or with `<c-error-summary>`: where an action raises
  RefusedError, the page comes again with the reason on the form, status 403, and all that was typed. Without a form the
  refusal has a page of its own, with the way back.
- Filters, sorting (`urut`) and the page number (`halaman`) stand in the address. `{% querystring %}` changes one
  and keeps the rest.
- No `style=`, no inline script: the content policy refuses them. What moves or copies is [one small
  module](../src/serikat/web/static/web/web.js), and every page works without it.
- Cells of a large table are plain HTML with `data-label`, and an outcome there is `{% outcome row.outcome %}`: a
  component for each of 350 cells would cost more than the query.
- An icon is a symbol of [the sprite](../src/serikat/web/static/web/icons.svg), taken from Tabler; add only what is
  used. The stamp is for what is proven, and for nothing else.
- A chart is a pure function of `serikat.web.charts`: it takes a finding as its title, and brings its table along.
"""


def page() -> str:
    """The page as Markdown: how to use the components, the layouts, then every component with its attributes."""
    layouts = sorted(LAYOUTS.glob("page_*.html"))
    parts = [
        HEAD,
        "## Layouts\n\n| template | for |\n| --- | --- |",
        *(f"| `web/{path.name}` | {comment(path)} |" for path in layouts),
        "\n## All components\n\n| component | what it is, and its attributes |\n| --- | --- |",
        *(f"| `<c-{path.stem.replace('_', '-')}>` | {comment(path)} |" for path in sorted(COMPONENTS.glob("*.html"))),
    ]
    return "\n".join(parts) + "\n"


def comment(template: Path) -> str:
    """What the template's first comment says, as one line of a table."""
    found = re.search(r"\{% comment %\}(.*?)\{% endcomment %\}", template.read_text(encoding="utf-8"), re.DOTALL)
    said = " ".join(found.group(1).split()) if found else ""
    return re.sub(r"(<[^>]+>)", r"`\1`", said).replace("|", "\\|")
