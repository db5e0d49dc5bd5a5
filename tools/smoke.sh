#!/bin/sh
# Try the frozen program as a user would: selftest, the whole job, the window under Xvfb.
# usage: tools/smoke.sh PROGRAM
set -eu
program=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export XDG_DATA_HOME="$place/profile" HOME="$place"
cd "$place"

"$program" selftest
"$program" --workspace "$place/w" workspace create "$place/w" --person 冒烟 --unit 测试 --json
"$program" --workspace "$place/w" project create --code SM --name 冒烟试验 --json
"$program" --workspace "$place/w" report acceptance --project SM --out "$place/report.pdf"
head -c 5 "$place/report.pdf" | grep -q '%PDF-'
du -sh "$(dirname "$program")" | cut -f1
if [ "$(uname -s)" = Linux ]; then
    INSPECTOR_SMOKE=1 xvfb-run -a -s "-screen 0 1366x768x24" "$program" --workspace "$place/w"
fi
echo "smoke: ok"
