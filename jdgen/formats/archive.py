"""A posting as one file to keep: PDF/UA-1 and PDF/A-3a at once, with its markup attached.

Sources: ISO 14289-1:2014 (PDF/UA-1), ISO 19005-3:2012 (PDF/A-3). WeasyPrint writes either; what the first asks for
beyond the second is a line of metadata, and PDF/A wants that line's namespace explained in the same file.
"""

from __future__ import annotations

import datetime as dt
import warnings
from typing import TYPE_CHECKING, Any

import pydyf

from jdgen.formats.jsonld import to_jsonld
from jdgen.formats.pdf import printed
from jdgen.formats.renderer import weasyprint

if TYPE_CHECKING:
    from jdgen.documents.document import Document

VARIANT = "pdf/a-3a"

MIME = "/application#2fld+json"
"""The attachment's type as a PDF name; WeasyPrint would ask the machine, and machines differ."""

UA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""Metadata (XMP) to stand in the first `rdf:RDF`: readers look at no second one, where WeasyPrint puts what it is given."""


def to_archive(document: Document) -> bytes:
    """Returns the posting as PDF/UA-1 and PDF/A-3a with its JSON-LD attached; the same document gives the same bytes.

    Raises:
        JdgenError: a field is missing without which there is no markup, or as for any PDF.
    """
    data = to_jsonld(document)
    day = dt.datetime.combine(document.role.reviewed, dt.time(), dt.UTC)
    attached = weasyprint().Attachment(
        string=data,
        name=f"{document.stem}.jsonld",
        description="The posting as schema.org JobPosting (JSON-LD)",
        created=day,
        modified=day,
        relationship="Data",
    )
    with warnings.catch_warnings():
        # WeasyPrint leaves it to the collector to close its colour profile, which then complains.
        warnings.simplefilter("ignore", ResourceWarning)
        return printed(document, VARIANT, _finish, [attached])


def _finish(_laid_out: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    metadata = _at(pdf, pdf.catalog["Metadata"])
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", UA + b"</rdf:RDF>", 1)]
    metadata.compress = False  # so that tools which know no PDF find it
    names = _at(pdf, pdf.catalog["Names"]["EmbeddedFiles"])["Names"]
    file = _at(pdf, names[1])
    _at(pdf, file["EF"]["F"]).extra["Subtype"] = MIME
    pdf.catalog["AF"] = pydyf.Array([file.reference])  # WeasyPrint lists the file twice


def _at(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    return pdf.objects[int(reference.split()[0])]
