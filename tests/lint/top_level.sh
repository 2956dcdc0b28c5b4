#!/bin/sh
# top_level.sh [ROOT]: fails when the top of the tree holds more than the house has.
#
# It knows nothing of what the folders hold.
set -u
root=${1:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$(dirname "$0")/common.sh"

list_files | sed 's|/.*||' | sort -u | while IFS= read -r entry; do
	case $entry in
	include | src | tests | bench | examples | docs) ;;
	CMakeLists.txt | CMakePresets.json | LICENSE | README.md) ;;
	.*) ;;
	*) printf '%s: the top level does not hold this\n' "$entry" ;;
	esac
done >"$findings"

finish top_level
