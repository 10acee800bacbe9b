#!/usr/bin/env python3
"""bin/check-rules must see each way in which a rule and its tests can part, and nothing else."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parent.parent
TABLE = """| rule | says | proved in |
|---|---|---|
| C-7 | A level holds what lies below it. | [judgement](../src/judging/judgement_test.cpp), [story](../browser/sheet.test.mjs) |
| C-12 | No band before all is judged. | [judgement](../src/judging/judgement_test.cpp) |

| rule | waits for |
|---|---|
| C-26 | measures |
"""
TESTS = """TEST(Judgement, C_7_refuses_a_level_over_a_gap) {}
TEST_P(Judgement,
       C_7_C_12_several_at_once) {}
TEST(Judgement, of_no_rule_at_all) {}
"""
STORIES = """test('C-7: refused in the browser', async () => {});
  test(`C-7, C-12: both, ${called}`, async () => {});
test('a story of no rule', async () => {});
"""


class Rules(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.plant("docs/rules.md", TABLE)
        self.plant("src/judging/judgement_test.cpp", TESTS)
        self.plant("browser/sheet.test.mjs", STORIES)

    def plant(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def look(self):
        command = [ROOT / "bin/check-rules", "--root", self.folder]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout

    def assert_caught(self, *beginnings):
        status, said = self.look()
        self.assertEqual(status, 1, said)
        lines = said.splitlines()[:-1]
        self.assertEqual(len(lines), len(beginnings), said)
        for line, beginning in zip(lines, beginnings):
            self.assertTrue(line.startswith(beginning), said)

    def test_what_is_proved_passes_and_is_counted(self):
        status, said = self.look()
        self.assertEqual((status, said), (0, "rules: 2 rules, 0 unproved\n"))

    def test_a_rule_without_a_test_in_a_file_that_its_row_names(self):
        self.plant("src/judging/judgement_test.cpp", "TEST(Judgement, C_7_alone) {}\n")
        self.assert_caught("C-12: no test of src/judging/judgement_test.cpp")

    def test_a_file_that_is_gone_proves_nothing(self):
        (self.folder / "browser/sheet.test.mjs").unlink()
        self.assert_caught("C-7: no test of browser/sheet.test.mjs")

    def test_a_row_that_names_no_file(self):
        self.plant("docs/rules.md", TABLE + "\n| E-9 | Validated before it is shared. | everywhere |\n")
        self.assert_caught("E-9: docs/rules.md names no file")

    def test_a_number_that_the_table_does_not_know(self):
        self.plant("test/other_test.cpp", "TEST(Other, C_99_is_made_up) {}\n")
        self.assert_caught("C-99: docs/rules.md does not know")

    def test_a_rule_that_waits_may_have_tests_already(self):
        self.plant("test/other_test.cpp", "TEST(Other, C_26_comes_early) {}\n")
        self.assertEqual(self.look()[0], 0)

    def test_a_rule_that_stands_twice(self):
        self.plant("docs/rules.md", TABLE + "| C-7 | later |\n")
        self.assert_caught("C-7: stands twice")

    def test_a_number_in_another_spelling_or_place(self):
        for name in ("C_07_with_a_nought", "C7_without_a_line", "holds_for_all_C_7", "C_7_and_also_C_12_behind"):
            self.plant("test/other_test.cpp", f"TEST(Other, {name}) {{}}\n")
            status, said = self.look()
            self.assertEqual(status, 1, name)
            self.assertIn("begin the name with the number", said)

    def test_a_story_that_names_its_rules_in_passing(self):
        self.plant("browser/other.test.mjs", "test('the journey of C-7 to C-12', async () => {});\n")
        self.assert_caught("C-7: begin the name")

    def test_properties_are_tests_too(self):
        self.plant("src/judging/judgement_test.cpp", TESTS + "RC_GTEST_PROP(Bands, C_98_at_random, ()) {}\n")
        self.assert_caught("C-98: docs/rules.md does not know")


if __name__ == "__main__":
    unittest.main()
