"""Safe connections: who is trusted, who is not, and what a person is told then."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.open import open_sources
from realpolitik.sources.web import Web
from tests.sources.web_server import Answer, Site, serving, test_policy

PAGE = Answer(b"Russia met Israel.", headers={"Content-Type": "text/plain"})
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.fixture
def site(authority: trustme.CA) -> Iterator[Site]:
    with serving(context_of(authority.issue_cert("site.test"))) as running:
        running.answers["/a"] = PAGE
        yield running


def context_of(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def fetch(address: str) -> RawDocument | Unread:
    (found,) = open_sources([address], web=Web(test_policy()))
    return found


@pytest.mark.usefixtures("trusted")
def test_who_is_trusted_is_fetched(site: Site) -> None:
    found = fetch(site.address("/a"))
    assert isinstance(found, RawDocument)
    assert (found.content, found.url) == (PAGE.body, site.address("/a"))


def test_who_is_not_trusted_is_refused_and_asked_nothing(site: Site) -> None:
    found = fetch(site.address("/a"))
    assert isinstance(found, Unread)
    assert "the certificate of site.test can't be trusted (" in found.what
    assert "SSL_CERT_FILE" in found.remedy
    assert "\n" not in found.what + found.remedy
    assert site.asked == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_refused(site: Site) -> None:
    found = fetch(site.address("/a", host="other.test"))
    assert isinstance(found, Unread)
    assert "other.test" in found.what.rpartition("(")[2]
    assert site.asked == []


@pytest.mark.usefixtures("trusted")
def test_an_old_certificate_is_refused(authority: trustme.CA) -> None:
    old = authority.issue_cert("site.test", not_after=LONG_AGO, not_before=LONG_AGO)
    with serving(context_of(old)) as site:
        found = fetch(site.address("/a"))
    assert isinstance(found, Unread)
    assert "expired" in found.what
    assert "the clock" in found.remedy


@pytest.mark.usefixtures("trusted")
def test_a_redirect_leads_to_no_one_untrusted(site: Site) -> None:
    stranger = trustme.CA().issue_cert("other.test")
    with serving(context_of(stranger)) as other:
        other.answers["/a"] = PAGE
        target = {"Location": other.address("/a", host="other.test")}
        site.answers["/moved"] = Answer(status=302, headers=target)
        found = fetch(site.address("/moved"))
    assert isinstance(found, Unread)
    assert "certificate of other.test" in found.what
    assert other.asked == []


def test_a_server_without_safe_connections_is_said_so() -> None:
    with serving() as site:
        found = fetch(site.address("/a").replace("http:", "https:"))
    assert isinstance(found, Unread)
    assert "site.test makes no safe connection" in found.what
