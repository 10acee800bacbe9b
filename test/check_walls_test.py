#!/usr/bin/env python3
"""bin/check-walls must see a planted breach of each rule, and nothing else."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parent.parent
ROOMS = "room(platform)\nroom(look)\nroom(upper)\nroom(lower)\n"


class Walls(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.plant("CMakeLists.txt", ROOMS)
        self.plant("platform/id.h", "#pragma once\n")
        self.plant("upper/upper.h", '#include "upper/thing.h"\n')
        self.plant("upper/thing.h", '#include "platform/id.h"\n')
        self.plant("upper/thing_store.cpp", 'auto a = "SELECT a FROM thing WHERE ws = ?";\n')
        self.plant("lower/lower.h", '#include "upper/upper.h"\n#include "look/layout.h"\n')

    def plant(self, name, text):
        path = self.folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def look(self):
        command = [ROOT / "bin/check-walls", "--root", self.folder]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout

    def assert_caught(self, rule, name, text):
        self.plant(name, text)
        status, said = self.look()
        self.assertEqual(status, 1, said)
        lines = said.splitlines()[:-1]
        self.assertEqual(len(lines), 1, said)
        self.assertTrue(lines[0].startswith(f"src/{name}: rule {rule}:"), said)

    def test_sound_rooms_pass(self):
        status, said = self.look()
        self.assertEqual(status, 0, said)

    def test_rule_1_platform_includes_no_room(self):
        self.assert_caught(1, "platform/text.h", '#include "upper/upper.h"\n')

    def test_rule_1_look_includes_only_platform(self):
        self.assert_caught(1, "look/layout.h", '#include "upper/upper.h"\n')

    def test_rule_2_rooms_come_in_by_the_front_door(self):
        self.assert_caught(2, "lower/lower.cpp", '#include "upper/thing.h"\n')

    def test_rule_2_lets_a_noun_name_a_noun_that_the_front_door_holds_open(self):
        self.plant("lower/noun.h", '#include "upper/thing.h"\n')
        self.assertEqual(self.look()[0], 0)

    def test_rule_2_keeps_other_nouns_inside(self):
        self.plant("upper/inner.h", "#pragma once\n")
        self.assert_caught(2, "lower/noun.h", '#include "upper/inner.h"\n')

    def test_rule_2_holds_for_the_street_plan_too(self):
        self.assert_caught(2, "app.cpp", '#include "upper/thing_store.h"\n')

    def test_rule_3_a_room_uses_only_rooms_above_it(self):
        self.assert_caught(3, "upper/upper.cpp", '#include "lower/lower.h"\n')

    def test_rule_3_every_room_has_its_place_in_the_order(self):
        self.assert_caught(3, "nowhere/nowhere.h", "#pragma once\n")

    def test_rule_4_a_noun_includes_no_sql(self):
        self.assert_caught(4, "lower/noun.h", '#include "platform/sql/turn.h"\n')

    def test_rule_4_a_noun_includes_no_html(self):
        self.assert_caught(4, "lower/noun.cpp", '#include "look/radios.h"\n')

    def test_rule_4_a_noun_knows_nothing_of_its_own_store(self):
        self.assert_caught(4, "lower/noun.cpp", '#include "lower/noun_store.h"\n')

    def test_rule_5_sql_stands_in_stores_only(self):
        self.assert_caught(5, "lower/noun_pages.cpp", 'auto a = R"(DELETE FROM noun\nWHERE ws = ?)";\n')

    def test_rule_5_does_not_mind_talk_of_sql(self):
        self.plant("lower/noun_pages.cpp", '// SELECT a FROM b\nauto a = "Select one from the list";\n')
        self.assertEqual(self.look()[0], 0)

    def test_angle_brackets_are_includes_too(self):
        self.assert_caught(4, "lower/noun.h", "#include <lower/noun_store.h>\n")
        self.plant("lower/noun.h", "#pragma once\n")
        self.assert_caught(2, "lower/lower.cpp", "# include <upper/thing.h>\n")

    def test_what_the_compiler_joins_is_one_literal(self):
        self.assert_caught(5, "lower/noun_pages.cpp", 'auto a = "SELECT id "\n    "FROM person p";\n')
        self.plant("lower/noun_pages.cpp", "")
        self.assert_caught(5, "lower/other_pages.cpp", 'auto a = "DELETE " /* all */ R"(FROM person)";\n')

    def test_a_statement_that_is_put_together_is_seen_by_its_beginning(self):
        self.assert_caught(5, "lower/noun_pages.cpp", 'auto a = "SELECT " + columns + " FROM person p";\n')

    def test_slashes_in_a_literal_hide_nothing_behind_them(self):
        self.assert_caught(5, "lower/noun_pages.cpp", 'auto a = f("https://x", "DELETE FROM noun");\n')
        self.plant("lower/noun_pages.cpp", "")
        self.assert_caught(5, "lower/other_pages.cpp", 'auto a = R"(/*)", b = "DELETE FROM noun", c = "*/";\n')

    def test_quotation_marks_and_digits_begin_no_literal(self):
        self.assert_caught(5, "lower/noun_pages.cpp", "auto a = '\"', b = \"DELETE FROM noun\";\n")
        self.plant("lower/noun_pages.cpp", "")
        self.assert_caught(5, "lower/other_pages.cpp", 'auto a = f(1\'000, "//", 2\'0, "DELETE FROM noun");\n')

    def test_what_is_commented_out_is_no_breach(self):
        self.plant("lower/noun.h", '// "SELECT a FROM b"\n/*\n#include <lower/noun_store.h>\n"DELETE FROM b" */\n')
        self.assertEqual(self.look()[0], 0)

    def test_rule_6_for_files(self):
        self.assert_caught(6, "lower/noun_helpers.h", "#pragma once\n")

    def test_rule_6_for_namespaces(self):
        self.assert_caught(6, "lower/noun.h", "namespace touchstone::util {\n}\n")

    def test_rule_6_for_rooms(self):
        self.plant("CMakeLists.txt", ROOMS + "room(misc)\n")
        self.assert_caught(6, "misc/misc.h", "#pragma once\n")


if __name__ == "__main__":
    unittest.main()
