"""The main job in C++, C and Python: one list, the same decisions to the byte."""

from __future__ import annotations

import csv
import datetime
import json
import os
import pathlib
import subprocess
import sys
from collections import Counter
from typing import Any, Iterator

import galena
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
DEFINITIONS = PROJECT / "examples" / "definitions"
ROUTING, STATUSES = DEFINITIONS / "routing.json", DEFINITIONS / "statuses.csv"
DEMO = PROJECT / "examples" / "python" / "demo.py"

#: The generated columns as a CRM exports them; None: not exported.
LEAD_HEADERS = {
    "id": "Record Id", "created": "Created Time", "source": None, "first_name": "First Name",
    "last_name": "Last Name", "lead_source": "Lead Source", "status": "Lead Status",
    "email": "Email", "postal_code": "Zip Code", "employees": "No. of Employees",
    "annual_revenue": None, "product_interest": "Products of interest", "true_id": None,
    "region": "State", "comments": "Description",
}
CONTACT_HEADERS = {**LEAD_HEADERS, "id": None, "account": "Account Name"}


def program(name: str) -> pathlib.Path:
    given = os.environ.get("GALENA_BUILD_DIR")
    found = pathlib.Path(given or PROJECT / "build" / "dev") / "examples" / name
    if not found.is_file():
        if given:
            pytest.fail(f"{found} is not built")
        pytest.skip(f"{found} is not built; GALENA_BUILD_DIR names another build")
    return found


def run(*command: str | pathlib.Path) -> str:
    result = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def decisions(leads: pathlib.Path, contacts: pathlib.Path, folder: pathlib.Path) -> list[str]:
    """The decisions of the three programs, which must be the same bytes."""
    run(program("galena_demo"), leads, "--contacts", contacts, "--definitions", DEFINITIONS,
        "--decisions", folder / "cpp")
    run(program("galena_demo_c"), leads, contacts, ROUTING, STATUSES, folder / "c")
    run(sys.executable, DEMO, leads, contacts, ROUTING, STATUSES, folder / "python")
    made = (folder / "cpp").read_bytes()
    assert (folder / "c").read_bytes() == made, "C decides otherwise than C++"
    assert (folder / "python").read_bytes() == made, "Python decides otherwise than C++"
    return made.decode().splitlines()


def kinds(lines: list[str]) -> Counter[str]:
    return Counter(line.split(" ", 1)[0] for line in lines)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("generated")
    run(program("generator/galena_leadgen"), "--rows", "3000", "--seed", "7",
        "--contacts", folder / "contacts.csv", "-o", folder / "leads.csv")
    return folder


def test_a_generated_list(generated: pathlib.Path, tmp_path: pathlib.Path) -> None:
    count = kinds(decisions(generated / "leads.csv", generated / "contacts.csv", tmp_path))
    assert count["duplicate"] == count["assign"] == 3000
    assert count["link"] > 100 and count["step"] > 3000


def test_a_list_of_foreign_columns(generated: pathlib.Path, tmp_path: pathlib.Path) -> None:
    leads, contacts = tmp_path / "Leads.csv", tmp_path / "Contacts.csv"
    export(generated / "leads.csv", leads, LEAD_HEADERS)
    export(generated / "contacts.csv", contacts, CONTACT_HEADERS)
    lines = decisions(leads, contacts, tmp_path)
    count = kinds(lines)
    assert count["duplicate"] == count["assign"] == 3000
    assert count["link"] > 100 and count["step"] > 3000
    # Without ids of their own, contacts go by row number.
    assert all(line.split()[2].isdigit() for line in lines if line.startswith("link "))


def export(path: pathlib.Path, to: pathlib.Path, headers: dict[str, str | None]) -> None:
    """The list as another system writes it: its own headers, a byte order mark, CRLF, its dates."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = {name: headers.get(name, name.replace("_", " ").title()) for name in rows[0]}
    with to.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow([header for header in names.values() if header])
        for row in rows:
            when = datetime.datetime.fromisoformat(row["created"].replace("Z", "+00:00"))
            row["created"] = f"{when:%d %b, %Y %H:%M:%S}"
            writer.writerow([row[name] for name, header in names.items() if header])


def test_the_sample_export_of_a_crm(shared_data: pathlib.Path, tmp_path: pathlib.Path) -> None:
    folder = shared_data / "leads" / "zoho"
    count = kinds(decisions(folder / "Leads.csv", folder / "Contacts.csv", tmp_path))
    assert count["duplicate"] == count["assign"] == 3900
    assert 1200 <= count["link"] <= 1300  # 1,265 contacts have the e-mail address of a lead


def test_the_report_counts_every_lead(generated: pathlib.Path) -> None:
    printed = run(sys.executable, DEMO, generated / "leads.csv", generated / "contacts.csv",
                  ROUTING, STATUSES)
    by_rule, by_status = printed.split("leads by rule\n")[1].split("leads by status\n")
    for part in (by_rule, by_status):
        counts = [int(line.split()[-1]) for line in part.splitlines() if line.startswith("  ")]
        assert sum(counts) == 3000
    rules = {line[2:32].strip() for line in by_rule.splitlines()}
    named = {entry["id"] for entry in json.loads(ROUTING.read_text(encoding="utf-8"))["entries"]}
    assert rules == named | {"(no rule)"}, "a rule of the shipped file takes no lead"


@pytest.mark.parametrize("arguments", [[], ["a", "b", "c"], ["missing.csv", "b", "c", "d"]])
def test_bad_input_is_told(arguments: list[str]) -> None:
    result = subprocess.run([sys.executable, str(DEMO), *arguments], capture_output=True, text=True,
                            check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "Traceback" not in result.stderr


def test_the_rules_name_values_not_labels() -> None:
    fields = {field.name: field for field in galena.schemas.lead().fields}
    rules = json.loads(ROUTING.read_text(encoding="utf-8"))
    checked = 0
    for entry in rules["entries"]:
        for criterion in criteria_of(entry["when"]):
            known = fields[criterion["field"]].values
            if known and "value" in criterion:
                assert set(criterion["value"]) <= set(known), entry["id"]
                checked += 1
    assert checked >= 3


def criteria_of(when: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from when.get("criteria", [])
