"""Makes documents of strings, for the tests of documents."""

from datetime import date

from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document

TODAY = date(2026, 1, 1)


class Maker:
    """Makes documents of strings, with a fixed today."""

    def __call__(
        self, content: str | bytes, source: str = "a.txt", **known: object
    ) -> Document:
        """Make a document."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        raw = RawDocument(source, data, **known)  # type: ignore[arg-type]
        return make_document(raw, today=TODAY)

    @staticmethod
    def kinds(document: Document) -> list[tuple[str, str]]:
        """List kind and text of each passage."""
        return [
            (part.kind, document.text[part.start : part.end])
            for part in document.passages
        ]

    @staticmethod
    def sentences(document: Document) -> list[str]:
        """List the sentences."""
        return [document.sentence_text(i) for i in range(len(document.sentences))]

    @staticmethod
    def problems(document: Document) -> list[str]:
        """List the kinds of problems."""
        return [problem.kind for problem in document.problems]
