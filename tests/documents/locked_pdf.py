"""Makes encrypted PDFs by the standard's own recipe (ISO 32000-1, 7.6), for tests."""

import struct
from hashlib import md5

from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_RIGHTS = -44
_ID = b"0123456789abcdef"
_AES = (
    b"/V 4 /R 4 /CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >> "
    b"/StmF /StdCF /StrF /StdCF"
)
_RC4 = b"/V 2 /R 3"


def locked_pdf(
    content: bytes, *, user: str, owner: str, aes: bool, head: bytes = b""
) -> bytes:
    """Make a PDF of one page whose stream is encrypted; `user` opens it, "" anybody.

    `content` are the page's instructions, `head` is added to their dictionary.
    """
    entry = _owner_entry(user, owner)
    key = _file_key(user, entry)
    secret = _encrypted(content, key, number=4, aes=aes)
    encryption = b"<< /Filter /Standard %s /Length 128 /P %d /O <%s> /U <%s> >>" % (
        _AES if aes else _RC4,
        _RIGHTS,
        entry.hex().encode(),
        _user_entry(key).hex().encode(),
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 %s >> >> >>" % font,
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(secret), head, secret),
        encryption,
    ]
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    written, places = b"%PDF-1.6\n", []
    for number, told in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"/Size %d /Root 1 0 R /Encrypt 5 0 R /ID [<%s> <%s>]" % (
        count,
        _ID.hex().encode(),
        _ID.hex().encode(),
    )
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return written + b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF" % (trailer, start)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PAD)[:32]


def _owner_entry(user: str, owner: str) -> bytes:
    key = md5(_padded(owner or user)).digest()
    for _ in range(50):
        key = md5(key).digest()
    return _many_times(_padded(user), key)


def _file_key(user: str, owner_entry: bytes) -> bytes:
    key = md5(_padded(user) + owner_entry + struct.pack("<i", _RIGHTS) + _ID).digest()
    for _ in range(50):
        key = md5(key).digest()
    return key


def _user_entry(key: bytes) -> bytes:
    return _many_times(md5(_PAD + _ID).digest(), key) + bytes(16)


def _many_times(data: bytes, key: bytes) -> bytes:
    for number in range(20):
        data = _rc4(data, bytes(byte ^ number for byte in key))
    return data


def _encrypted(data: bytes, key: bytes, *, number: int, aes: bool) -> bytes:
    salt = b"sAlT" if aes else b""
    own = md5(key + struct.pack("<I", number)[:3] + b"\0\0" + salt).digest()
    if not aes:
        return _rc4(data, own)
    start = bytes(range(16))
    padding = 16 - len(data) % 16
    machine = Cipher(AES(own), modes.CBC(start)).encryptor()
    return (
        start + machine.update(data + bytes([padding]) * padding) + machine.finalize()
    )


def _rc4(data: bytes, key: bytes) -> bytes:
    state, at = list(range(256)), 0
    for place in range(256):
        at = (at + state[place] + key[place % len(key)]) % 256
        state[place], state[at] = state[at], state[place]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
