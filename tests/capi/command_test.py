"""The galena command as a shell meets it: what it writes, and its exit status.

Run with the path of the command in the environment variable GALENA_COMMAND.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

COMMAND = os.environ["GALENA_COMMAND"]
SOURCE = Path(__file__).resolve().parents[2]
NOW = "2026-11-22T09:00:00Z"

LEADS = """\
id,first_name,last_name,company,email,phone,country,employees
L1,Anna,Meyer,Acme GmbH,anna.meyer@acme.example,+49 30 1234567,DE,600
L2,Bob,Smith,Globex,bob@globex.example,+1 212 555 0100,US,20
L3,Anna,Meier,ACME,anna.meyer@acme.example,030 1234567,DE,600
L4,Carla,Rossi,Initech,carla@initech.example,+39 06 123456,IT,12
"""

RULES = {
    "name": "inbound",
    "entity": "lead",
    "default_owner": {"queue": "unassigned"},
    "entries": [
        {"id": "large", "when": {"criteria": [
            {"field": "employees", "op": "greater_or_equal", "value": 500}]},
         "assign": {"user": "lena"}},
        {"id": "german", "when": {"criteria": [
            {"field": "country", "op": "equals", "value": "DE"}]},
         "assign": {"pool": "dach"}},
        {"id": "american", "when": {"criteria": [
            {"field": "country", "op": "equals", "value": "US"}]},
         "assign": {"pool": "dach"}}],
    "pools": [{"id": "dach", "method": "round_robin", "members": [{"id": "u1"}, {"id": "u2"}]}],
}

TRAP = {
    "name": "support", "version": 1, "initial": "new", "field": "status",
    "statuses": [{"id": "new", "label": "New", "category": "open.new"},
                 {"id": "lost", "label": "Lost", "category": "open.working"},
                 {"id": "done", "label": "Done", "category": "closed.positive"}],
    "transitions": [{"from": "new", "event": "close", "to": "done"}],
}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


class CommandTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.write("leads.csv", LEADS)
        self.write("rules.json", json.dumps(RULES))

    def write(self, name: str, text: str | bytes) -> None:
        content = text.encode() if isinstance(text, str) else text
        (self.folder / name).write_bytes(content)

    def run_command(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run([COMMAND, *words], cwd=self.folder, input=stdin, encoding="utf-8",
                              capture_output=True, timeout=60, check=False)

    def good(self, *words: str, stdin: str = "") -> str:
        done = self.run_command(*words, stdin=stdin)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout

    def wrong(self, status: int, *words: str, stdin: str = "") -> str:
        """The messages of a command that must fail without a result."""
        done = self.run_command(*words, stdin=stdin)
        self.assertEqual((done.returncode, done.stdout), (status, ""), (words, done.stderr))
        for line in done.stderr.splitlines():
            self.assertTrue(line.startswith("galena: "), line)
        return done.stderr


class Duplicates(CommandTest):
    CLUSTERS = "id,cluster\nL1,L1\nL2,L2\nL3,L1\nL4,L4\n"

    def test_records_of_one_person_are_one_cluster(self) -> None:
        self.assertEqual(self.good("dedupe", "leads.csv", "--id", "id"), self.CLUSTERS)

    def test_records_are_numbered_without_an_id(self) -> None:
        found = rows(self.good("dedupe", "leads.csv"))
        self.assertEqual([row["id"] for row in found], ["0", "1", "2", "3"])
        self.assertEqual(found[2]["cluster"], "0")

    def test_standard_input_and_threads_change_nothing(self) -> None:
        self.assertEqual(self.good("dedupe", "-", "--id=id", "--threads", "3", stdin=LEADS),
                         self.CLUSTERS)

    def test_a_threshold_above_every_pair_leaves_none(self) -> None:
        found = rows(self.good("dedupe", "leads.csv", "--id", "id", "--threshold", "0.999999999"))
        self.assertEqual([row["cluster"] for row in found], ["L1", "L2", "L3", "L4"])

    def test_clusters_keep_to_a_size_and_to_one_record_of_each_source(self) -> None:
        apart = ["L1", "L2", "L3", "L4"]
        for words in (["--most-members", "1"], ["--source", "email"]):
            found = rows(self.good("dedupe", "leads.csv", "--id", "id", *words))
            self.assertEqual([row["cluster"] for row in found], apart)
        text = self.good("explain", "leads.csv", "L1", "L3", "--id", "id", "--source", "email")
        self.assertIn("of which a cluster holds each value once", text)
        self.assertIn("unknown_column", self.wrong(2, "dedupe", "leads.csv", "--source", "nowhere"))

    def test_a_cluster_holds_one_record_of_each_system(self) -> None:
        people = ("id,first_name,last_name,email,system\n"
                  "A1,Anna,Meyer,anna.meyer@acme.example,crm\n"
                  "A2,Anna,Meyer,anna.meyer@acme.example,crm\n"
                  "B1,Anna,Meyer,anna.meyer@acme.example,shop\n"
                  "C1,Anna,Meyer,anna.meyer@acme.example,\n")
        self.write("systems.csv", people)
        free = rows(self.good("dedupe", "systems.csv", "--id", "id"))
        self.assertEqual([row["cluster"] for row in free], ["A1", "A1", "A1", "A1"])
        found = rows(self.good("dedupe", "systems.csv", "--id", "id", "--source", "system"))
        clusters = {row["id"]: row["cluster"] for row in found}
        self.assertNotEqual(clusters["A1"], clusters["A2"])
        self.assertEqual(len(set(clusters.values())), 2)  # another system, and none, join one
        text = self.good("explain", "systems.csv", "A1", "A2", "--id", "id", "--source", "system")
        self.assertIn('"crm" in system', text)

    def test_memory_may_be_limited(self) -> None:
        for limit in ("300000000", "300MB", "0.3GB", "300000KB"):
            with self.subTest(limit):
                self.assertEqual(self.good("dedupe", "leads.csv", "--id", "id", "--memory-limit",
                                           limit), self.CLUSTERS)
        link = ("link", "leads.csv", "leads.csv", "--id", "id", "--right-id", "id")
        self.assertEqual(self.good(*link, "--memory-limit", "300MB"), self.good(*link))
        explain = ("explain", "leads.csv", "0", "2")
        self.assertEqual(self.good(*explain, "--memory-limit=300MB"), self.good(*explain))
        for words in (("dedupe", "leads.csv"), link, explain):
            error = self.wrong(2, *words, "--memory-limit", "1KB")
            self.assertRegex(error, "memory_limit.* at least [0-9]+ bytes")

    # Headers that say nothing, so that the kinds must be told.
    UNNAMED = ("wer,wo,a=b\nAnn Quistorp,Meerane,x1\nAnne Quistorp,Meerane,x2\n"
               "Hugo Marlow,Meerane,x1\nHugo Marlow,Meerane,x3\n")

    def test_kinds_of_columns_can_be_told(self) -> None:
        self.write("unnamed.csv", self.UNNAMED)
        for fields, clusters in ((["wer=full_name", "wo=city"], ["0", "0", "2", "2"]),
                                 (["a=b=identifier"], ["0", "1", "0", "3"]),
                                 (["wer=ignore", "wo=ignore", "a=b=identifier"],
                                  ["0", "1", "0", "3"])):
            words = [word for field in fields for word in ("--field", field)]
            with self.subTest(words):
                found = rows(self.good("dedupe", "unnamed.csv", *words))
                self.assertEqual([row["cluster"] for row in found], clusters)
        told = json.loads(self.good("explain", "unnamed.csv", "0", "1", "--json",
                                    "--field=wer=full_name"))
        self.assertNotIn("Meerane", json.dumps(told))  # not compared, as it is not named

    def test_a_kind_or_column_that_is_none_is_answered_with_one_that_is(self) -> None:
        self.write("unnamed.csv", self.UNNAMED)
        for command in (("dedupe", "unnamed.csv"), ("link", "unnamed.csv", "unnamed.csv"),
                        ("explain", "unnamed.csv", "0", "1")):
            with self.subTest(command):
                self.assertRegex(self.wrong(2, *command, "--field", "wer=ful_name"),
                                 "^galena: wer=ful_name: unknown_kind .*did you mean 'full_name'")
                self.assertRegex(
                    self.wrong(2, *command, "--field", "wehr=full_name", "--field", "wo=city"),
                    r"^galena: unnamed.csv.*: unknown_column wehr: .*did you mean 'wer'")

    def test_fields_are_written_with_care(self) -> None:
        for wrong in ("email", "email=", "=email"):
            with self.subTest(wrong):
                self.assertIn("'--field' needs COLUMN=KIND",
                              self.wrong(2, "dedupe", "leads.csv", "--field", wrong))
        self.assertIn("'--field' names 'email' twice",
                      self.wrong(2, "dedupe", "leads.csv", "--field", "email=email",
                                 "--field", "email=text"))
        self.write("ugly.csv", 'a\\"\tb,rest\nann@q.org,1\nann@q.org,2\n')
        found = rows(self.good("dedupe", "ugly.csv", "--field", 'a\\"\tb=email'))
        self.assertEqual([row["cluster"] for row in found], ["0", "0"])

    def test_ids_with_separators_are_quoted(self) -> None:
        self.write("odd.csv", 'key,last_name,company\n"a,""b""",Meyer,Acme\n2;3,Smith,Globex\n')
        text = self.good("dedupe", "odd.csv", "--id", "key")
        self.assertEqual([row["id"] for row in rows(text)], ['a,"b"', "2;3"])
        self.assertIn('"2;3"', text)

    def test_bad_rows_are_named_and_the_rest_is_done(self) -> None:
        self.write("short.csv", LEADS + "L5,Dora\n")
        done = self.run_command("dedupe", "short.csv", "--id", "id")
        self.assertEqual((done.returncode, done.stdout), (1, self.CLUSTERS))
        self.assertIn("short.csv: too_few_fields line 6", done.stderr)

    def test_an_encoding_can_be_named(self) -> None:
        self.write("old.csv", LEADS.replace("Meyer", "Müller").encode("windows-1252"))
        done = self.run_command("dedupe", "old.csv", "--id", "id")
        self.assertEqual(done.returncode, 1)
        self.assertIn("bad_encoding", done.stderr)
        self.assertEqual(len(rows(self.good("dedupe", "old.csv", "--encoding", "windows-1252"))),
                         4)


class Links(CommandTest):
    def test_pairs_have_probabilities(self) -> None:
        self.write("right.csv", LEADS.replace("id,", "key,", 1).replace("\nL", "\nR"))
        pairs = rows(self.good("link", "leads.csv", "right.csv", "--id", "id", "--right-id", "key"))
        self.assertLessEqual({("L1", "R1"), ("L2", "R2"), ("L4", "R4")},
                             {(pair["left"], pair["right"]) for pair in pairs})
        for pair in pairs:
            self.assertGreater(float(pair["probability"]), 0.5)

    def test_both_lists_can_have_their_kinds_told(self) -> None:
        self.write("right.csv", "quien,correo\nAnna Meyer,anna.meyer@acme.example\n"
                                "Zoe Quill,zoe@quill.example\n")
        pairs = rows(self.good("link", "leads.csv", "right.csv", "--id", "id",
                               "--field", "email=email", "--field", "first_name=first_name",
                               "--field", "last_name=last_name", "--right-field",
                               "correo=email", "--right-field", "quien=full_name"))
        self.assertEqual([(pair["left"], pair["right"]) for pair in pairs],
                         [("L1", "0"), ("L3", "0")])
        self.assertIn("unknown_column email: ", self.wrong(
            2, "link", "leads.csv", "right.csv", "--right-field", "email=email"))
        self.assertIn("unknown option '--right-field'",
                      self.wrong(2, "dedupe", "leads.csv", "--right-field", "email=email"))

    def test_one_to_one_uses_a_record_once(self) -> None:
        self.write("right.csv", LEADS)
        pairs = rows(self.good("link", "leads.csv", "right.csv", "--id", "id", "--right-id", "id",
                               "--one-to-one"))
        for side in ("left", "right"):
            ids = [pair[side] for pair in pairs]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertIn("L2", ids)

    def test_two_lists_cannot_share_standard_input(self) -> None:
        self.assertIn("only one", self.wrong(2, "link", "-", "-"))


class Explanations(CommandTest):
    def test_rows_and_ids_mean_the_same_records(self) -> None:
        by_id = self.good("explain", "leads.csv", "L1", "L3", "--id", "id")
        self.assertIn("probability", by_id)
        self.assertIn("anna.meyer@acme.example", by_id)
        self.assertIn("anna.meyer@acme.example", self.good("explain", "leads.csv", "0", "2"))

    def test_json_is_json(self) -> None:
        same, other = (json.loads(self.good("explain", "leads.csv", "L1", second, "--id", "id",
                                            "--json")) for second in ("L3", "L4"))
        self.assertGreater(same["probability"], 0.5)
        self.assertLess(other["probability"], 0.5)

    def test_a_record_that_is_not_there_is_named(self) -> None:
        self.assertIn("'L9'", self.wrong(2, "explain", "leads.csv", "L1", "L9", "--id", "id"))
        self.assertIn("no row 4", self.wrong(2, "explain", "leads.csv", "0", "4"))
        self.assertIn("'L1'", self.wrong(2, "explain", "leads.csv", "L1", "L3"))


class Routing(CommandTest):
    def test_owner_reason_and_entry_of_each_record(self) -> None:
        self.assertEqual(self.good("route", "leads.csv", "rules.json", "--now", NOW, "--id", "id"),
                         "id,owner,reason,entry,target_kind,target\n"
                         "L1,lena,assigned,large,user,lena\n"
                         "L2,u1,assigned,american,pool,dach\n"
                         "L3,lena,assigned,large,user,lena\n"
                         "L4,unassigned,no_rule_matched,,queue,unassigned\n")

    def test_rules_from_standard_input(self) -> None:
        text = self.good("route", "leads.csv", "-", "--now", NOW, stdin=json.dumps(RULES))
        self.assertEqual([row["id"] for row in rows(text)], ["0", "1", "2", "3"])

    def test_the_instant_is_needed_and_read_with_care(self) -> None:
        self.assertIn("'--now'", self.wrong(2, "route", "leads.csv", "rules.json"))
        for text in ("yesterday", "2026-11-22", '2026"', "1\n2"):
            with self.subTest(text):
                self.assertIn("needs an instant",
                              self.wrong(2, "route", "leads.csv", "rules.json", "--now", text))

    def test_a_value_that_does_not_fit_is_named_and_left_blank(self) -> None:
        self.write("odd.csv", LEADS.replace(",DE,600", ",DE,many", 1))
        done = self.run_command("route", "odd.csv", "rules.json", "--now", NOW)
        self.assertEqual(done.returncode, 1)
        self.assertIn("bad_value row 0, column employees: 'many'", done.stderr)
        self.assertEqual(rows(done.stdout)[0]["entry"], "german")

    def test_a_date_of_two_readings_is_never_guessed(self) -> None:
        self.write("dated.csv", "last_name,company,birth_date,created_at\n"
                                "Meyer,Acme,,03/04/2026 10:00\nSmith,Globex,,05/06/2026 11:00\n")
        words = ("route", "dated.csv", "rules.json", "--now", NOW)
        self.assertIn("ambiguous_date", self.wrong(2, *words))
        done = self.run_command(*words, "--date-order", "day_month_year", "--utc-offset", "60")
        self.assertEqual((done.returncode, len(rows(done.stdout))), (0, 2), done.stderr)

    def test_a_column_that_no_rule_can_see_is_named(self) -> None:
        self.write("extra.csv", "last_name,company,zzqx\nMeyer,Acme,##\n")
        done = self.run_command("route", "extra.csv", "rules.json", "--now", NOW)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, "^galena: warning: .*zzqx")


class Definitions(CommandTest):
    def test_sound_definitions(self) -> None:
        self.assertEqual(self.good("check", "rules.json", "--kind", "rules"), "sound\n")
        lead = str(SOURCE / "data/processes/lead.json")
        self.assertEqual(self.good("check", lead, "--kind", "process"), "sound\n")
        everything = json.dumps({"match": "all"})
        self.assertEqual(self.good("check", "-", "--kind", "criteria", stdin=everything), "sound\n")

    def test_every_problem_is_a_line(self) -> None:
        broken = json.loads(json.dumps(RULES))
        broken["entries"][1]["when"]["criteria"][0]["field"] = "contry"
        broken["entries"][2]["assign"]["pool"] = "nowhere"
        self.write("broken.json", json.dumps(broken))
        lines = self.wrong(2, "check", "broken.json", "--kind", "rules").splitlines()
        self.assertEqual(len(lines), 2)
        self.assertIn("broken.json: unknown_field /entries/1/when/criteria/0/field: ",
                      "\n".join(lines))
        self.assertIn("broken.json: unknown_pool /entries/2/assign/pool: ", "\n".join(lines))

    def test_findings_are_the_result(self) -> None:
        hidden = json.loads(json.dumps(RULES))
        hidden["entries"].insert(0, {"id": "all", "when": {"match": "all"},
                                     "assign": {"user": "lena"}})
        done = self.run_command("check", "-", "--kind", "rules", stdin=json.dumps(hidden))
        self.assertEqual(done.returncode, 1)
        self.assertIn("standard input: error unreachable /entries/1: ", done.stdout)

    def test_remarks_that_are_no_errors_are_good(self) -> None:
        text = self.good("check", str(SOURCE / "data/schemas/lead.json"), "--kind", "schema")
        self.assertIn(": info empty_picklist /fields/", text)

    def test_a_process_is_verified_and_drawn(self) -> None:
        self.write("trap.json", json.dumps(TRAP))
        done = self.run_command("check", "trap.json", "--kind", "process")
        self.assertEqual(done.returncode, 1)
        self.assertIn("'lost'", done.stdout)
        self.assertTrue(self.good("diagram", "trap.json").startswith("stateDiagram-v2\n"))
        self.assertTrue(self.good("diagram", "trap.json", "--dot").startswith("digraph"))

    def test_a_schema_of_its_own(self) -> None:
        self.write("mine.json", json.dumps({"entity": "lead", "fields": [
            {"name": "status", "type": "text"}]}))
        self.write("trap.json", json.dumps(TRAP))
        self.good("diagram", "trap.json", "--schema", "mine.json")
        self.assertIn("unknown_field", self.wrong(2, "check", "rules.json", "--kind", "rules",
                                                  "--schema", "mine.json"))
        self.assertIn("unknown_schema", self.wrong(2, "diagram", "trap.json", "--schema", "nope"))


class UglyInput(CommandTest):
    def test_files_that_are_none(self) -> None:
        (self.folder / "folder").mkdir()
        self.write("empty", "")
        self.write("binary", b"\xff\xfe\x00")
        for name, words in (("missing", "No such file"), ("folder", "directory"),
                            ("empty", "empty"), ("binary", "binary")):
            for command in (("dedupe", name), ("link", "leads.csv", name),
                            ("explain", name, "0", "1"),
                            ("route", name, "rules.json", "--now", NOW)):
                with self.subTest(command):
                    self.assertIn(words, self.wrong(2, *command))
        for name in ("missing", "folder", "empty", "binary", "leads.csv"):
            for command in (("check", name, "--kind", "rules"), ("diagram", name),
                            ("route", "leads.csv", name, "--now", NOW)):
                with self.subTest(command):
                    self.assertIn(f"galena: {name}: ", self.wrong(2, *command))

    def test_a_column_that_is_not_there(self) -> None:
        for command in (("dedupe", "leads.csv"), ("link", "leads.csv", "leads.csv"),
                        ("explain", "leads.csv", "0", "1"),
                        ("route", "leads.csv", "rules.json", "--now", NOW)):
            with self.subTest(command):
                self.assertIn("unknown_column nope", self.wrong(2, *command, "--id", "nope"))

    def test_wrong_use(self) -> None:
        for message, *words in (
                ("missing command",), ("unknown command 'dedup'", "dedup"),
                ("missing argument LEADS.csv", "dedupe"),
                ("missing argument RIGHT.csv", "link", "x"),
                ("missing argument ROW", "explain", "leads.csv", "0"),
                ("unexpected argument 'b'", "dedupe", "leads.csv", "b"),
                ("unknown option '--treshold'", "dedupe", "leads.csv", "--treshold", "0.5"),
                ("'--id' needs a value", "dedupe", "leads.csv", "--id"),
                ("'--id' needs a value", "dedupe", "leads.csv", "--id="),
                ("'--id' is there twice", "dedupe", "leads.csv", "--id", "a", "--id", "b"),
                ("'--json' takes no value", "explain", "leads.csv", "0", "1", "--json=1"),
                ("missing option '--kind'", "check", "rules.json"),
                ("not 'rule'", "check", "rules.json", "--kind", "rule")):
            with self.subTest(words):
                error = self.wrong(2, *words)
                self.assertIn(message, error)
                self.assertIn("--help'", error)

    def test_numbers_that_do_not_parse(self) -> None:
        for option, texts in (("--threshold", ("0", "1", "-1", "half", "0.5x", "nan", "1e999")),
                              ("--threads", ("0", "1.5", "many", "-2", "99999999999999999999")),
                              ("--memory-limit", ("0", "-1", "1.5", "many", "MB", "1TB", "1 GB",
                                                  "0.1B", "nanMB", "infGB", "-1GB", "0.0001KB",
                                                  "99999999999999999999", "99999999999GB"))):
            for text in texts:
                with self.subTest(option=option, text=text):
                    self.assertIn(f"'{option}' needs",
                                  self.wrong(2, "dedupe", "leads.csv", option, text))

    def test_a_name_that_begins_like_an_option(self) -> None:
        self.write("--odd.csv", LEADS)
        self.assertEqual(len(rows(self.good("dedupe", "--", "--odd.csv"))), 4)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_a_full_disk_is_noticed(self) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run([COMMAND, "dedupe", "leads.csv"], cwd=self.folder, stdout=full,
                                  stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot be written", done.stderr)


class Guide(CommandTest):
    """docs/command.md: `$ cat FILE` shows a file, `$ galena ...` a command with all it writes."""

    def test_every_example_writes_what_the_page_says(self) -> None:
        page = (SOURCE / "docs/command.md").read_text(encoding="utf-8")
        commands = 0
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
            for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, text = example.partition("\n")
                program, *words = shlex.split(line)
                if program == "cat":
                    self.write(words[0], text)
                    continue
                self.assertEqual(program, "galena")
                done = self.run_command(*words)
                self.assertEqual(done.stdout + done.stderr, text, line)
                commands += 1
        self.assertGreaterEqual(commands, 4)


class Help(CommandTest):
    def test_every_command_has_help(self) -> None:
        text = self.good("--help")
        for name in ("dedupe", "link", "explain", "route", "check", "diagram"):
            self.assertIn(f"\n  {name} ", text)
            self.assertTrue(self.good(name, "--help").startswith(f"Usage: galena {name} "))
            self.assertEqual(self.good(name, "x", "-h"), self.good(name, "--help"))

    def test_version(self) -> None:
        self.assertRegex(self.good("--version"), r"^galena \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
