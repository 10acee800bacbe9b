#!/usr/bin/env python3
"""bin/check-hardening must miss each property when it is not there."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parent.parent
SOURCE = """#include <cstdio>
#include <cstring>
int main(int argc, char** argv) {
  char text[16];
  std::strcpy(text, argv[argc - 1]);
  return std::printf("%s", text);
}
"""
HARD = ["-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3", "-fstack-protector-strong", "-fPIE", "-pie",
        "-Wl,-z,noexecstack,-z,relro,-z,now,-z,separate-code"]


class Hardening(unittest.TestCase):
    def look(self, *flags):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "program"
            command = ["g++", "-x", "c++", "-", "-o", path, *HARD, *flags]
            subprocess.run(command, input=SOURCE, text=True, check=True, capture_output=True)
            run = subprocess.run([ROOT / "bin/check-hardening", path], capture_output=True, text=True, check=False)
            return run.returncode, run.stdout + run.stderr

    def assert_missing(self, words, *flags):
        status, said = self.look(*flags)
        self.assertEqual(status, 1, said)
        self.assertIn(words, said)

    def test_a_hardened_program_passes(self):
        status, said = self.look()
        self.assertEqual(status, 0, said)

    def test_a_fixed_address_is_seen(self):
        self.assert_missing("PIE", "-no-pie", "-fno-PIE")

    def test_writable_relocations_are_seen(self):
        self.assert_missing("RELRO", "-Wl,-z,norelro")

    def test_late_binding_is_seen(self):
        self.assert_missing("NOW", "-Wl,-z,lazy")

    def test_a_stack_that_runs_code_is_seen(self):
        self.assert_missing("a stack that runs no code", "-Wl,-z,execstack")

    def test_an_unguarded_stack_is_seen(self):
        self.assert_missing("stack protector", "-fno-stack-protector")

    def test_unchecked_copies_are_seen(self):
        self.assert_missing("fortify", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=0")

    def test_a_sanitizer_is_seen(self):
        self.assert_missing("sanitizer", "-fsanitize=address")


if __name__ == "__main__":
    unittest.main()
