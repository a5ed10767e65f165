"""Sphinx: the pages of this folder into docs/_build/html. docs/test.sh says how it is run."""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "tools"))

project = "Equipoise"
author = "Equipoise contributors"
copyright = "Equipoise contributors, MIT or Apache-2.0"

# `reference` writes the generated parts of the reference before the pages are read.
extensions = ["myst_parser", "sphinx_design", "reference"]
exclude_patterns = ["_build", ".venv", "demo", "schema", "tools", "notebooks", "requirements.txt"]
equipoise_vectors = str(HERE.parent / "tests/vectors")

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
nitpicky = True
suppress_warnings = ["myst.header"]
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

html_theme = "furo"
html_title = "Equipoise"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#005eb8", "color-brand-content": "#005eb8", "color-brand-visited": "#330072"},
    "dark_css_variables": {"color-brand-primary": "#6cb4ff", "color-brand-content": "#6cb4ff", "color-brand-visited": "#c7a8ff"},
}


def make_accessible(app, pagename, templatename, context, doctree):
    """What the theme leaves out: frames that scroll can be reached by keyboard, and the headings of the menu have a level."""
    if "body" in context:
        body = context["body"].replace("<pre>", '<pre tabindex="0">')
        context["body"] = body.replace('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper')
    if "furo_navigation_tree" in context:
        tree = context["furo_navigation_tree"]
        context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app):
    """Sphinx calls this. After the theme, which makes the menu."""
    app.connect("html-page-context", make_accessible, priority=900)
