"""E-mail: the subject and the text that was meant to be read."""

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable
from kg.loaders import load
from kg.loaders.mail import fits
from kg.model.dates import PartialDate
from kg.workers import DOCUMENT, Worker

TEXT = "Ms Zoé Bell chaired the meeting of the Harbour Council today."


def _mail(text: str | None = TEXT, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    said = {
        "From": "Press desk <press@example.org>",
        "Subject": "Council meets",
        "Date": "Mon, 3 May 2021 09:00:00 +0200",
    }
    for name, value in (said | headers).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    return message


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_subject_is_the_headline_and_the_date_that_of_issue(encoding: str) -> None:
    message = _mail(Subject="Fwd: RE: Le Conseil à Genève")
    message.set_content(TEXT, cte=encoding)
    found = load(bytes(message), "note.txt")
    assert found.text.rstrip() == f"Le Conseil à Genève\n\n{TEXT}"
    assert (found.title, found.published, found.published_from) == (
        "Le Conseil à Genève",
        PartialDate(2021, 5, 3),
        "mail",
    )
    assert found.publisher is None
    assert "@" not in found.text


def test_the_text_part_is_read_and_the_html_part_where_there_is_none() -> None:
    page = "<html><body><div class='footer'>Unsubscribe</div><p>Mr Cole&rsquo;s page.</p></body></html>"
    assert load(bytes(_mail(html=page)), "m").text.rstrip() == f"Council meets\n\n{TEXT}"
    assert load(bytes(_mail(text=None, html=page)), "m").text == "Council meets\n\nMr Cole’s page."
    assert load(bytes(_mail(text="  \n", html=page)), "m").text == "Council meets\n\nMr Cole’s page."


def test_a_subject_that_the_text_begins_with_is_not_said_twice() -> None:
    assert load(bytes(_mail(text=f"Council meets\n\n{TEXT}")), "m").text.count("Council meets") == 1


def test_a_forwarded_text_loses_its_marks_and_a_quoted_line_keeps_them() -> None:
    forwarded = "---------- Forwarded message ----------\n> Council meets\n>\n> Ms Bell\n>> chaired.\n\nRegards"
    assert load(bytes(_mail(text=forwarded)), "m").text.split() == "Council meets Ms Bell chaired. Regards".split()
    assert "> Ms Bell" in load(bytes(_mail(text="You wrote:\n> Ms Bell\nShe did chair it.\nRegards")), "m").text


def test_a_signature_and_the_mail_that_is_answered_below_it_are_no_part_of_the_text() -> None:
    below = "-- \nJo Poe, Spokesman\n+32 2 555\n\nOn Sun, 2 May 2021 at 10:00,\nMr Cole wrote:\n> Ms Eden chairs.\n>\n"
    assert load(bytes(_mail(text=f"{TEXT}\n\n{below}")), "m").text.rstrip() == f"Council meets\n\n{TEXT}"
    later = f"Ms Bell wrote:\n> Come.\nThey came.\n\n{TEXT}"
    assert later in load(bytes(_mail(text=later)), "m").text


EARLIER = "From: Jo Poe <jo@example.org>\nSent: Sunday, May 2, 2021 10:00 AM\nTo: All\nSubject: Talks held\n\n"


def test_the_mail_that_is_answered_is_left_out_however_it_is_quoted() -> None:
    for below in (
        f"{EARLIER}Ms Eden chairs.",
        "On 2 May 2021, Jo <jo@example.org> wrote:\n\n> Ms Eden chairs.\n> > So.\n",
    ):
        found = load(bytes(_mail(text=f"{TEXT}\n\n{below}", Subject="RE: Council meets")), "m")
        assert found.text.rstrip() == f"Council meets\n\n{TEXT}"


@pytest.mark.parametrize("mark", ["", "________________________________\n", "---------- Forwarded message ---------\n"])
def test_a_mail_that_is_forwarded_brings_its_own_subject_and_date(mark: str) -> None:
    found = load(bytes(_mail(text=f"As said.\n\n{mark}{EARLIER}{TEXT}\n\n{EARLIER}No.", Subject="FW: see")), "m")
    assert found.text.rstrip() == f"Talks held\n\nAs said.\n\n{TEXT}"
    assert (found.title, found.published, found.published_from) == ("Talks held", PartialDate(2021, 5, 2), "mail")


def test_a_forwarded_mail_whose_date_cannot_be_read_has_none() -> None:
    odd = EARLIER.replace("Sunday, May 2, 2021 10:00 AM", "05/02/2021")
    assert load(bytes(_mail(text=f"{odd}{TEXT}", Subject="Fwd: see")), "m").published is None


def test_a_text_part_that_only_says_see_the_page_is_not_the_text() -> None:
    page = f"<html><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"
    assert load(bytes(_mail(text="View this in a browser: https://x.example", html=page)), "m").text.count(TEXT) == 2


def test_lines_that_flow_are_one_and_a_mail_from_a_folder_of_mails_is_a_mail() -> None:
    message = _mail(text="Ms Bell \nchaired.\n")
    message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    message["Message-ID"] = "<1@example.org>"
    assert "Ms Bell chaired." in load(b"From - Mon May 03 10:00:00 2021\n" + bytes(message), "m").text


def test_a_letter_that_looks_like_a_mail_is_plain_text() -> None:
    letter = b"From: The Minister\nTo: The Council\nSubject: Harbours\nDate: 3 May 2021\n\nDear all"
    assert not fits(letter)
    assert load(letter, "m").text.startswith("From: The Minister")


def test_a_mail_without_a_text_names_what_is_attached() -> None:
    message = _mail(text=None)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="release.pdf")
    with pytest.raises(Unreadable, match=r"expected a mail with a text, found none; save what is attached \(release"):
        load(bytes(message), "m")


def test_a_date_that_is_none_is_not_made_up() -> None:
    assert load(bytes(_mail()).replace(b"03 May 2021", b"99 Foo 2021"), "m").published is None


HEAD = b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"--b\r\n" * 200_000,
        HEAD
        + b"".join(b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(5000)),
    ],
    ids=["boundaries", "nested"],
)
def test_a_mail_of_very_many_parts_is_refused_before_one_is_read(data: bytes) -> None:
    call = {"data": base64.b64encode(data).decode(), "name": "m"}
    with Worker() as worker, pytest.raises(Unreadable, match="at most 100 parts"):
        worker.call("read", call, DOCUMENT)  # where the parser would run out of stack or time, with another reason


@given(st.binary(max_size=300), st.sampled_from(["us-ascii", "utf-8", "no-such", "utf-16", '"']))
def test_any_mail_is_a_text_or_a_reason(body: bytes, charset: str) -> None:
    data = HEAD.replace(b"multipart/mixed; boundary=b", f"text/plain; charset={charset}".encode()) + body
    try:
        said = load(data, "m").text
    except Unreadable as error:
        said = str(error)
    assert said.strip()
    assert not any(ord(char) < 32 and char not in "\n\t" for char in said)


@given(
    st.binary(max_size=60), st.sampled_from(["Subject", "From", "Date", "Content-Type", "Content-Transfer-Encoding"])
)
def test_any_header_is_survived(value: bytes, name: str) -> None:
    data = b"From: a\r\nTo: b\r\nMIME-Version: 1.0\r\n" + name.encode() + b": " + value + b"\r\n\r\nThe Council met."
    try:
        said = load(data, "m").text
    except Unreadable as error:
        said = str(error)
    assert said.strip()
