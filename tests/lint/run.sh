#!/bin/sh
# run.sh: proves that the checks of this folder can fail, then runs each on the tree; all of them, whatever one says.
#
# It knows the checks by name only. Run by ctest, or by hand.
set -u
here=$(cd "$(dirname "$0")" && pwd)
result=0
for check in self_test arrows top_level style; do
	sh "$here/$check.sh" || result=1
done
# What is written by a script is as it writes it: headers, and the code of a page.
for generated in repeat words snippets; do
	sh "$here/$generated.sh" --check || result=1
done
exit $result
