#!/bin/sh
# 校验本归档包：逐个文件比对 SHA-256，找出已损坏、缺少、多出的文件。只读取，不写入，不需要联网。
# Checks this bundle: compares the SHA-256 of every file; finds damaged, missing and unlisted ones.
#
#   sh 校验.sh            校验本文件所在的归档包 / the bundle that this file lies in
#   sh 校验.sh 文件夹      校验另一个归档包（含 bagit.txt 的文件夹）/ another bundle
#
# 结束码：0 完好，1 有问题，2 无法校验 / exit status: 0 sound, 1 not sound, 2 cannot check
LC_ALL=C
export LC_ALL
folder=${1:-$(dirname "$0")/../..}
cd "$folder" 2>/dev/null || { echo "无法打开文件夹 / cannot open: $folder"; exit 2; }
if [ ! -f bagit.txt ]; then
    echo "这不是归档包：没有 bagit.txt / not a bundle: no bagit.txt"
    exit 2
fi

if command -v sha256sum >/dev/null 2>&1; then
    sum() { sha256sum <"$1"; }
elif command -v shasum >/dev/null 2>&1; then
    sum() { shasum -a 256 <"$1"; }
elif command -v openssl >/dev/null 2>&1; then
    sum() { openssl dgst -sha256 -r <"$1"; }
else
    echo "没有可用的校验工具（sha256sum、shasum 或 openssl）/ no tool for SHA-256"
    exit 2
fi

ok=0 damaged=0 missing=0 extra=0 unread=0
for list in tagmanifest-sha256.txt manifest-sha256.txt; do
    if [ ! -f "$list" ]; then
        echo "缺少 missing     $list"
        missing=$((missing + 1))
        continue
    fi
    while IFS= read -r line || [ -n "$line" ]; do
        wanted=${line%%"  "*}
        name=${line#*"  "}
        if [ "${#wanted}" -ne 64 ] || [ "$wanted" = "$line" ]; then
            echo "清单有误 bad line  $list: $line"
            damaged=$((damaged + 1))
        elif [ ! -e "$name" ]; then
            echo "缺少 missing     $name"
            missing=$((missing + 1))
        elif ! found=$(sum "$name" 2>/dev/null) || [ -z "$found" ]; then
            echo "无法读取 unread   $name"
            unread=$((unread + 1))
        elif [ "${found%% *}" = "$wanted" ]; then
            ok=$((ok + 1))
        else
            echo "已损坏 damaged   $name"
            damaged=$((damaged + 1))
        fi
    done <"$list"
done

set -- # the lists that exist, for the search of what no list names
for list in manifest-sha256.txt tagmanifest-sha256.txt; do
    [ -f "$list" ] && set -- "$@" "$list"
done
unlisted=$(
    find . ! -type d | sed 's,^\./,,' |
        awk 'listing { sub(/^[0-9a-f]*  /, ""); if (FILENAME ~ /^m/ || !/^data\//) known[$0] = 1; next }
             !($0 in known) && !/^tagmanifest-(sm3\.txt|sha256\.txt((\.[0-9]+)?\.p7s)?)$/' listing=1 "$@" listing=0 -
)
if [ -n "$unlisted" ]; then
    printf '%s\n' "$unlisted" | sed 's/^/多出 unlisted    /'
    extra=$(printf '%s\n' "$unlisted" | wc -l | tr -d ' ')
fi

echo "完好 ok $ok，已损坏 damaged $damaged，缺少 missing $missing，无法读取 unread $unread，多出 unlisted $extra"
if [ -f tagmanifest-sha256.txt ]; then
    anchor=$(sum tagmanifest-sha256.txt)
    echo "请与移交登记表上的校验值核对 / compare with the value on the hand-over form:"
    echo "${anchor%% *}"
    echo "${anchor%% *}" | sed 's/..../& /g; s/ $//'
fi
if [ $((damaged + missing + unread + extra)) -eq 0 ]; then
    echo "归档包完好 / the bundle is sound"
    exit 0
fi
echo "归档包有问题，请勿使用 / the bundle is NOT sound"
exit 1
