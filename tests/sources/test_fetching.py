"""What is fetched, how politely, and what is never asked for."""

import gzip
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.fetching.fetched import Fetched, Kept
from realpolitik.sources.fetching.manners import Manners
from realpolitik.sources.fetching.policy import Policy, is_public
from realpolitik.sources.open import open_sources
from realpolitik.sources.web import Web
from tests.sources.web_server import Answer, Site, serving, test_policy

PAGE = b"<html><body><p>Russia met Israel in Moscow.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.answers["/a"] = Answer(PAGE, headers=HTML)
        yield running


class Memory:
    """Keeps answers in a dict."""

    def __init__(self) -> None:
        self.answers: dict[str, Kept] = {}

    def kept(self, address: str) -> Kept | None:
        return self.answers.get(address)

    def keep(self, fetched: Fetched) -> None:
        told = fetched.headers
        self.answers[fetched.address] = Kept(
            fetched.final,
            told.get("etag"),
            told.get("last-modified"),
            told.get("content-type"),
            fetched.time,
            fetched.content,
        )


def fetch(address: str, **rules: object) -> RawDocument:
    return Web(test_policy(**rules)).fetch(address)  # type: ignore[arg-type]


def why_not(address: str, **rules: object) -> str:
    with pytest.raises(UnreadableError) as caught:
        fetch(address, **rules)
    return str(caught.value)


def test_a_page_comes_with_what_the_server_tells(site: Site) -> None:
    body = "Москва и Иерусалим договорились.".encode("cp1251")
    site.answers["/ru"] = Answer(
        body, headers={"Content-Type": "text/html; charset=windows-1251"}
    )
    page = fetch(site.address("/ru"))
    assert (page.content, page.encoding, page.format) == (body, "windows-1251", "html")
    assert page.taken == datetime.now(UTC).date()
    assert page.url == site.address("/ru")


def test_an_address_is_a_source_like_a_file(site: Site) -> None:
    web = Web(test_policy())
    found = list(open_sources([site.address("/a"), site.address("/none")], web=web))
    assert isinstance(found[0], RawDocument)
    assert found[0].content == PAGE
    assert isinstance(found[1], Unread)
    assert "no such page (404)" in found[1].what


REFUSED_NAMES = {
    "loop.test": "127.0.0.2",
    "private.test": "10.1.2.3",
    "home.test": "192.168.0.1",
    "office.test": "172.16.9.9",
    "link.test": "169.254.169.254",
    "shared.test": "100.64.0.1",
    "many.test": "224.0.0.1",
    "zero.test": "0.0.0.0",
    "six.test": "::1",
    "local6.test": "fe80::1%eth0",
    "unique6.test": "fd00::1",
    "mapped.test": "::ffff:10.0.0.1",
    "tunnel.test": "2002:0a00:0001::1",
    "nat.test": "64:ff9b::7f00:1",
}


@pytest.mark.parametrize("name", REFUSED_NAMES)
def test_names_that_mean_an_inner_address_are_refused(name: str) -> None:
    names = {name: [REFUSED_NAMES[name]]}
    said = why_not(f"http://{name}/", names=names)
    assert "no address of the open internet" in said


@pytest.mark.parametrize("name", REFUSED_NAMES)
def test_redirects_to_an_inner_address_are_refused(site: Site, name: str) -> None:
    site.answers["/go"] = Answer(status=302, headers={"Location": f"http://{name}/x"})
    said = why_not(site.address("/go"), names={name: [REFUSED_NAMES[name]]})
    assert "no address of the open internet" in said


def test_one_inner_address_among_several_is_enough() -> None:
    said = why_not(
        "http://two.test/", names={"two.test": ["93.184.216.34", "10.0.0.1"]}
    )
    assert "10.0.0.1" in said


def test_the_checked_address_is_the_one_connected_to(site: Site) -> None:
    """A name that means something else when asked again leads nowhere else."""
    asked: list[str] = []
    answers = [["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]]

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    known = test_policy()
    policy = Policy(delay=0, seconds=5, resolve=resolve, permits=known.permits)
    web = Web(policy)
    assert web.fetch(site.address("/a", "moves.test")).content == PAGE
    assert asked == ["moves.test", "moves.test"]  # robots.txt, then the page
    with pytest.raises(UnreadableError, match=r"10\.0\.0\.1"):
        web.fetch(site.address("/a", "moves.test"))


def test_by_default_nothing_on_this_machine_is_asked(site: Site) -> None:
    with pytest.raises(UnreadableError, match="open internet"):
        Web(Policy(delay=0)).fetch(f"http://127.0.0.1:{site.port}/a")
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://site.test/a",
        "gopher://site.test/",
        "http://",
        "http://[::1/",
        "javascript:1",
        "http://a b/",
        "http://site.test:99999/",
    ],
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    assert "address" in why_not(address)


def test_ports_of_other_services_are_not_asked() -> None:
    assert "port 22" in why_not("http://site.test:22/")


def test_redirects_end(site: Site) -> None:
    site.answers["/r"] = Answer(status=301, headers={"Location": "/a"})
    page = fetch(site.address("/r"))
    assert (page.content, page.url) == (PAGE, site.address("/a"))
    site.answers["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    assert "more than 5 redirects" in why_not(site.address("/loop"))
    site.answers["/file"] = Answer(
        status=302, headers={"Location": "file:///etc/passwd"}
    )
    assert "only http and https" in why_not(site.address("/file"))


def test_robots_are_obeyed(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private\nDisallow: /*.secret$\n"
    site.answers["/robots.txt"] = Answer(rules)
    site.answers["/go"] = Answer(status=302, headers={"Location": "/private/b"})
    web = Web(test_policy())
    assert web.fetch(site.address("/a")).content == PAGE
    for path in ("/private/a", "/x.secret", "/go"):
        with pytest.raises(UnreadableError, match="does not allow it"):
            web.fetch(site.address(path))
    assert site.paths() == ["/a", "/go"]
    asked = [told["user-agent"] for _, told in site.asked]
    assert all(agent.startswith("realpolitik/") for agent in asked)


def test_a_server_whose_rules_fail_is_left_alone(site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"", 503)
    web = Web(test_policy())
    for path in ("/a", "/b"):
        with pytest.raises(
            UnreadableError, match=r"503 when asked for its robots\.txt"
        ):
            web.fetch(site.address(path))
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_time_lies_between_two_requests_to_a_host(site: Site) -> None:
    slept: list[float] = []
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 7\n")
    now = [0.0]

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    manners = Manners(test_policy(delay=2.0, sleep=sleep), clock=lambda: now[0])
    manners.before(site.address("/a"))
    manners.before(site.address("/b"))
    manners.before(site.address("/a", "other.test"))
    assert slept == [7.0, 7.0, 7.0]  # robots.txt comes before each host's first page


def test_a_delay_is_kept_without_rules(site: Site) -> None:
    slept: list[float] = []
    manners = Manners(test_policy(delay=2.0, sleep=slept.append), clock=lambda: 0.0)
    manners.before(site.address("/a"))
    manners.before(site.address("/b"))
    assert slept == [2.0, 2.0]


def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    mark = {"ETag": '"v1"', "Last-Modified": "Thu, 05 Mar 2020 10:00:00 GMT", **HTML}

    def answer(told: dict[str, str]) -> Answer:
        if told.get("if-none-match") == '"v1"':
            return Answer(status=304)
        return Answer(PAGE, headers=mark)

    site.answers["/e"] = answer
    web = Web(test_policy(), Memory())
    first = web.fetch(site.address("/e"))
    again = web.fetch(site.address("/e"))
    assert again == first
    assert site.asked[-1][1]["if-modified-since"] == mark["Last-Modified"]
    assert web.fetch_once(site.address("/e")) == first
    assert len(site.paths()) == 2


def test_large_answers_are_cut_off(site: Site) -> None:
    site.answers["/told"] = Answer(b"x", headers={"Content-Length": str(10**12)})
    site.answers["/sent"] = Answer(b"x" * 3_000_000)
    bomb = gzip.compress(b"\0" * 30_000_000)
    site.answers["/bomb"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    for path in ("/told", "/sent", "/bomb"):
        assert "larger than 1 MB" in why_not(site.address(path), most_bytes=10**6)


def test_packed_answers_are_unpacked(site: Site) -> None:
    packed = {"Content-Encoding": "gzip", **HTML}
    site.answers["/gz"] = Answer(gzip.compress(PAGE), headers=packed)
    assert fetch(site.address("/gz")).content == PAGE
    site.answers["/cut"] = Answer(gzip.compress(PAGE)[:-9], headers=packed)
    assert "damaged" in why_not(site.address("/cut"))


def test_answers_in_chunks(site: Site) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (PAGE[:20], PAGE[20:]))
    whole = Answer(chunks + b"0\r\n\r\n", headers={"Transfer-Encoding": "chunked"})
    site.answers["/chunks"] = whole
    assert fetch(site.address("/chunks")).content == PAGE


def test_a_server_that_speaks_no_tls(site: Site) -> None:
    said = why_not(site.address("/a").replace("http:", "https:"))
    assert "site.test" in said
    assert "\n" not in said


@pytest.mark.parametrize("slow", [Answer(PAGE, drip=0.2), Answer(drip_head=0.2)])
def test_a_host_that_sends_a_byte_now_and_then_is_cut_off(
    site: Site, slow: Answer
) -> None:
    site.answers["/slow"] = slow
    began = time.monotonic()
    assert "too slow" in why_not(site.address("/slow"), seconds=0.6)
    assert time.monotonic() - began < 2.5


def test_errors_of_servers_are_told(site: Site) -> None:
    site.answers.update(
        {"/403": Answer(status=403), "/500": Answer(status=500), "/0": Answer()}
    )
    assert "does not let everyone read it (403)" in why_not(site.address("/403"))
    assert "answered 500" in why_not(site.address("/500"))
    assert "answer is empty" in why_not(site.address("/0"))
    assert "no host named" in why_not("http://nowhere.test/")
    assert "no connection" in why_not("http://site.test:1025/")


def test_offline_asks_for_nothing(site: Site) -> None:
    assert "--offline is on" in why_not(site.address("/a"), offline=True)
    assert site.asked == []


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Feed</title>
<item><title>One</title><link>{0}/one</link><description>Short.</description></item>
<item><title>Self</title><link>{0}/feed</link><description>Me.</description></item>
<item><title>Two</title><link>{0}/two</link><description>{1}</description></item>
<item><title>Gone</title><link>{0}/gone</link><description>Lost.</description></item>
</channel></rss>"""


def test_a_feed_is_followed_to_its_pages(site: Site) -> None:
    base = site.address("")
    site.answers["/feed"] = Answer(
        FEED.format(base, "They met. " * 90).encode(),
        headers={"Content-Type": "application/rss+xml"},
    )
    site.answers["/one"] = Answer(PAGE, headers=HTML)
    web = Web(test_policy(), Memory())
    one, itself, two, gone = open_sources([site.address("/feed")], web=web)
    assert isinstance(one, RawDocument)
    assert (one.content, one.title, one.publisher) == (PAGE, "One", "The Feed")
    assert (one.url, one.source) == (f"{base}/one", f"{base}/feed#{base}/one")
    assert isinstance(itself, RawDocument)
    assert itself.content == b"Me."
    assert isinstance(two, RawDocument)
    assert two.content.startswith(b"They met.")
    assert isinstance(gone, RawDocument)
    assert [p.kind for p in gone.problems] == ["summary-only", "page-unread"]
    assert site.paths() == ["/feed", "/one", "/gone"]


def test_lists_that_name_themselves_end(site: Site) -> None:
    base = site.address("")
    site.answers["/list"] = Answer(
        f'<opml><body><outline xmlUrl="{base}/list"/><outline xmlUrl="{base}/feed"/>'
        f'<outline type="include" url="{base}/more"/></body></opml>'.encode()
    )
    site.answers["/more"] = Answer(
        f'<opml><body><outline xmlUrl="{base}/list"/></body></opml>'.encode()
    )
    site.answers["/feed"] = Answer(
        b"<rss version='2.0'><channel><item><title>T</title><description>They met.</description></item></channel></rss>"
    )
    found = list(open_sources([site.address("/list")], web=Web(test_policy())))
    assert [getattr(each, "what", None) for each in found] == [
        "the list names itself",
        None,
    ]
    assert sorted(site.paths()) == ["/feed", "/list", "/more"]


def test_a_sitemap_leads_to_its_pages(site: Site) -> None:
    base = site.address("")
    index = f"<sitemapindex><sitemap><loc>{base}/map</loc></sitemap><sitemap><loc>{base}/index</loc></sitemap></sitemapindex>"
    site.answers["/index"] = Answer(index.encode())
    site.answers["/map"] = Answer(
        f"<urlset><url><loc>{base}/a</loc></url><url><loc>{base}/b&c</loc></url></urlset>".encode()
    )
    found = list(open_sources([site.address("/index")], web=Web(test_policy())))
    assert [getattr(each, "what", "page") for each in found] == [
        "page",
        "there is no such page (404)",
        "the list names itself",
    ]


PUBLIC = [
    "93.184.216.34",
    "8.8.8.8",
    "2606:2800:220:1:248:1893:25c8:1946",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_open_addresses_are_open(address: str) -> None:
    assert is_public(address)


def test_no_address_at_all_is_not_open() -> None:
    assert not is_public("example.org")
