"""What imports cannot show of the rooms that Django runs: keys, templates, actions, views."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from tests.architecture.sources import PACKAGE, Source, python_sources
from tests.architecture.templates import Template, templates

# From the ground up: each may point at those before it, and at itself.
ORDER = ("web", "journal", "chapters", "people", "documents", "boards", "members", "findings")
NAMES = set("Serikat WhatsApp SHA TXT WordPress Blogger Bahasa Indonesia English CSV XLSX HTML JSON DNS HTTPS".split())
WRITES = {"save", "create", "acreate", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}


def models_of_ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("serikat.")]


def keys() -> Iterator[tuple[str, models.ForeignKey[models.Model, models.Model]]]:
    """Every key of our models, with its name."""
    for model in models_of_ours():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField) and not field.auto_created:
                yield f"{model._meta.label}.{field.name}", field  # type: ignore[misc]


def test_a_key_points_to_its_own_room_or_to_one_below() -> None:
    upward = []
    for name, key in keys():
        here, there = key.model._meta.app_label, key.related_model._meta.app_label
        place = ORDER.index(here) if here in ORDER else len(ORDER)
        if here != there and (there not in ORDER or ORDER.index(there) > place):
            upward.append(f"{name} -> {there}")
    assert upward == []
    assert len(list(keys())) > 20


def test_no_room_is_reached_backwards_from_another() -> None:
    open_ends = [
        name
        for name, key in keys()
        if key.model._meta.app_label != key.related_model._meta.app_label and key.remote_field.related_name != "+"
    ]
    assert sorted(set(open_ends)) == []


def test_every_room_with_models_or_templates_is_installed() -> None:
    rooms = {path.parent for path in PACKAGE.rglob("models.py")} | {path.parent for path in PACKAGE.rglob("models/")}
    rooms |= {template.room for template in templates()}
    named = {
        "serikat." + ".".join(room.relative_to(PACKAGE).parts) for room in rooms if "__pycache__" not in room.parts
    }
    assert sorted(named - set(settings.INSTALLED_APPS)) == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    told = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=told, verbosity=1)
    except SystemExit:
        pytest.fail(told.getvalue())


def test_a_template_includes_only_its_own_room_s_or_the_web_s() -> None:
    foreign = [
        f"{template.name}: {name}"
        for template in templates()
        for name in template.named()
        if not any((room / "templates" / name).is_file() for room in (template.room, PACKAGE / "web"))
    ]
    assert foreign == []


def test_no_template_speaks_one_language_alone() -> None:
    bare = {
        template.name: words
        for template in templates()
        if "/gallery/" not in template.name  # it shows invented facts
        and (words := [word for word in template.bare_words() if word not in NAMES])
    }
    assert bare == {}


def test_a_bare_word_is_seen_in_text_and_in_attributes() -> None:
    def words(text: str) -> list[str]:
        return Template(PACKAGE, PACKAGE, text).bare_words()

    assert words('<p>{% say "Satu" "One" %} <b>dua</b></p><img alt="tiga" class="x">') == ["dua", "tiga"]
    assert words('<p title="{{ t }}">{# not said #}{{ name }}</p><code>code</code>') == []


def test_no_template_holds_style_or_script_of_its_own() -> None:
    """The content policy forbids them, so they would be dead."""
    inline = re.compile(
        r"<style|<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json)|\sstyle=|\son(?:click|load|error|submit|change|input|focus|blur|key\w+|mouse\w+)=|javascript:"
    )
    found = [f"{each.name}: {hit[0]}" for each in templates() if (hit := inline.search(each.text))]
    assert found == []


def sources_named(name: str) -> list[Source]:
    """The modules of that name in all rooms, or in folders of that name."""
    inside = (source for source in python_sources() if not source.is_test and source.path.is_relative_to(PACKAGE))
    parts = ((source, {source.path.stem, source.path.parent.name}) for source in inside)
    return [source for source, names in parts if any(part == name or part.endswith(f"_{name}") for part in names)]


def test_actions_take_keywords_and_no_request() -> None:
    wrong = []
    for source in sources_named("actions"):
        for function in (node for node in source.tree.body if isinstance(node, ast.FunctionDef)):
            named = [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]
            by_place = [each.arg for each in function.args.args]
            is_change = any("atomic" in ast.unparse(each) for each in function.decorator_list) or "by" in named
            # The journal's own first word is the deed.
            by_place = [] if source.name.endswith("journal/actions.py") else by_place
            if "request" in named or (is_change and by_place and not function.name.startswith("_")):
                wrong.append(f"{source.name}: {function.name}({', '.join(by_place or named)})")
    assert sources_named("actions")
    assert wrong == []


def test_views_change_nothing_themselves() -> None:
    writes = [
        f"{source.name}:{node.lineno} .{node.func.attr}("
        for source in sources_named("views")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]
    assert writes == []


def test_nothing_happens_behind_a_room_s_back() -> None:
    """No signals: what an action causes stands in the action."""
    used = [
        source.name
        for source in python_sources()
        if re.search(r"django\.(dispatch|(?:db\.models|core|contrib\.auth)\.signals)|\bpost_save\b", source.text)
        and not source.is_test
    ]
    assert used == []


def test_every_form_can_say_that_it_was_refused() -> None:
    plain = [
        f"{source.name}:{node.lineno} {node.name}"
        for source in python_sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(each) == "forms.Form" for each in node.bases)
    ]
    assert [name.partition(":")[0] for name in plain] == ["src/serikat/web/forms.py"]
