#!/bin/sh
# Set up a checkout: system libraries that Qt needs, then the locked dependencies into a venv.
# usage: tools/setup.sh PYTHON VENV
set -eu
python=$1
venv=$2

# library file -> Debian package
libraries="libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0
libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0
libxcb-xkb.so.1:libxcb-xkb1 libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1
libglib-2.0.so.0:libglib2.0-0"
# program -> Debian package (used by tests and by `make smoke`)
programs="Xvfb:xvfb unzip:unzip pdfsig:poppler-utils"

missing=""
if [ "$(uname -s)" = Linux ]; then
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    for pair in $libraries; do
        case "$known" in *"${pair%%:*} "*) ;; *) missing="$missing ${pair##*:}" ;; esac
    done
    for pair in $programs; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
    done
    "$python" -c "import ensurepip" 2>/dev/null || missing="$missing python3-venv"
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing system packages:$missing"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "缺少系统软件包，请先安装 / missing system packages, please install them first:" >&2
        echo "    sudo apt-get install$missing" >&2
        exit 1
    fi
fi

if ! "$python" -c "import sys; sys.exit(sys.version_info < (3, 11))"; then
    echo "Python 3.11 or newer is needed; found: $("$python" --version). Try: make PYTHON=python3.11 …" >&2
    exit 1
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
