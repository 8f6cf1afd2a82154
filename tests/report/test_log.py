"""A post that is printed into a job's log gives the runner no orders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quotecheck.model import Report
from quotecheck.report import format_named
from quotecheck.report.layout.log import inert, is_read_for_commands
from quotecheck.report.layout.style import Style


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::stop-commands::x", ":\\x3astop-commands::x"),
        ("   \t::error file=a::b", "   \t:\\x3aerror file=a::b"),
        ("said ##[add-mask]x", "said #\\x23[add-mask]x"),
        ("##vso[task.setvariable]x ##teamcity[y", "#\\x23vso[task.setvariable]x #\\x23teamcity[y"),
        ("a :: b, # and ## [x]", "a :: b, # and ## [x]"),
    ],
)
def test_commands_are_shown_not_given(line: str, shown: str) -> None:
    assert inert(line) == shown


@given(st.text(alphabet=st.sampled_from(":#[] \tavso"), max_size=30))
def test_nothing_is_left_of_a_command(line: str) -> None:
    shown = inert(line)
    assert not shown.lstrip().startswith("::")
    assert not re.search(r"##\w{0,20}\[", shown)


def test_the_text_report_is_inert_in_a_job_only(report: Report) -> None:
    words = "Atención\n::error::falso ##[set-env name=X]y"
    post = replace(report.posts[0], text=words, alignments=())
    found = replace(report, posts=(post,), findings=())
    plain = "".join(format_named("text").reports([found], one=True, style=Style()))
    assert any(line.lstrip().startswith("::error") for line in plain.splitlines())
    logged = "".join(format_named("text").reports([found], one=True, style=Style(job_log=True)))
    assert not any(line.lstrip().startswith("::") for line in logged.splitlines())
    assert "##[" not in logged
    assert ":\\x3aerror::falso #\\x23[set-env" in logged


def test_where_there_is_a_job() -> None:
    assert is_read_for_commands({"CI": "true"})
    assert is_read_for_commands({"GITHUB_ACTIONS": "true"})
    assert not is_read_for_commands({"CI": "", "HOME": "/"})
