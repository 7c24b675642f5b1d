"""The Python side: a folder to a briefing, and what it knows of each sentence.

usage: python examples/briefing.py [FOLDER]     (examples/ferry unless given)
"""

import sys
from pathlib import Path

from summarizer import Document, read_documents, summarize

folder = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent / "ferry")

# A folder, a file, or several of either.
briefing = summarize(folder, sentences=5)
print(briefing)

# Every sentence says where it stands, and the text there can be checked.
documents = read_documents(folder)
for item in briefing.items:
    standing = documents[item.source - 1].text[item.start : item.end]
    assert " ".join(standing.split()) == item.text
    source = briefing.sources[item.source - 1]
    print(f"{item.salience:.2f}  {source.publisher}  {item.text[:60]}...")

# Text of your own comes in Documents; a budget of words instead of sentences.
mine = [Document(text=document.text, title=document.title, date="2025-11-07") for document in documents]
print(summarize(mine, words=60).to_markdown())
