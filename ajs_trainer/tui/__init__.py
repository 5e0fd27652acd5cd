"""The terminal user interface: the only place that imports Textual.

How a screen is built:

- Derive from ``base.AjsScreen`` (or ``AjsModal``); give ``HEADING``, ``HELP_TEXT`` and
  ``body()``, and in ``fill()`` what is said in the widgets. Its style sheet lies beside it.
- Keys are ``commands.Command`` values; their footer and help texts are translated by the base.
- Every text reaches a widget through ``literal.literal`` or ``literal_line``; every widget
  gets ``markup=False``.
- Something to choose from is ``widgets.rows.Rows``: digits, arrows, Enter, mouse, and the
  terminal cursor follows. Any other widget with a marked row mixes in
  ``widgets.cursor.CursorFollows``.
- Another screen is reached through ``navigate``; the record through
  ``await self.ajs.services.ask(lambda record: ...)``, the library through
  ``await self.ajs.services.browse(lambda library: ...)``, the person through
  ``await self.ajs.services.participant(self.ajs.code)``.
- Colours are theme variables (``themes.py``), states are words or signs first.
"""
