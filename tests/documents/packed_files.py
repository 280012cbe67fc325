"""Makes small PDF, Word, OpenDocument and EPUB files, for the tests of their readers."""

import io
import zipfile
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
Placed = tuple[float, float, float, str]


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Pack files into a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def word_file(body: str, **others: str) -> bytes:
    """Make a Word document of the XML of its body."""
    members = {f"word/{name}.xml": text for name, text in others.items()}
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="t"><dc:title>Talks</dc:title><dc:creator>A. B.</dc:creator>'
        "<dcterms:modified>2020-02-01T00:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    told = {"word/document.xml": document, "docProps/core.xml": core}
    return zipped({**told, **members})


def opendocument_file(body: str) -> bytes:
    """Make an OpenDocument text of the XML of its body."""
    kind = "application/vnd.oasis.opendocument.text"
    content = (
        f"<office:document-content {ODF}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {ODF}><office:meta><dc:title>Talks</dc:title>"
        "</office:meta></office:document-meta>"
    )
    return zipped({"mimetype": kind, "content.xml": content, "meta.xml": meta})


def book_file(chapters: Mapping[str, str], **others: str) -> bytes:
    """Make an EPUB of its chapters by their names."""
    container = (
        '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles>'
        "</container>"
    )
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>A book</dc:title><dc:creator>A. B.</dc:creator>"
        "<dc:date>2019-05-01</dc:date><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    members["OEBPS/book.opf"] = package
    texts = {f"OEBPS/{name}": text for name, text in chapters.items()}
    return zipped({**members, **texts, **others})


def pdf_file(pages: Sequence[Sequence[Placed]], *, trailer: str = "") -> bytes:
    """Make a PDF: each page is a row of (left, base, size, text) in Helvetica."""
    objects: list[str] = ["", ""]
    kids = []
    for page in pages:
        shown = "\n".join(
            f"BT /F1 {size} Tf {left} {base} Td ({_escaped(text)}) Tj ET"
            for left, base, size, text in page
        )
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Contents {number + 1} 0 R /Resources << /Font << /F1 << /Type /Font "
            "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(objects, trailer)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: Sequence[str], trailer: str) -> bytes:
    written = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start, size = len(written), len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    written += (
        f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF"
    )
    return written.encode("cp1252")
