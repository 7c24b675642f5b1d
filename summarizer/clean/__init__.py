"""Article prose told from the furniture of the page around it, in linear time and in any language.

`mark_blocks.py` has the steps in their order; `marked_documents.py` applies them to the documents of a topic.
"""
