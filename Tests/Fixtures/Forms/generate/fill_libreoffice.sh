#!/usr/bin/env bash
# Fills a blank form with LibreOffice, by a macro: fill_libreoffice.sh FORM.xlsx values.tsv FILLED.xlsx
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
soffice "-env:UserInstallation=file://$profile" --headless --terminate_after_init
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    echo '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' "$here/fill.bas"
    echo '</script:module>'
} > "$profile/user/basic/Standard/Module1.xba"
FORM=$(realpath "$1") VALUES=$(realpath "$2") FILLED=$(realpath -m "$3") \
    soffice "-env:UserInstallation=file://$profile" --headless --norestore 'macro:///Standard.Module1.Fill'
test -s "$3"
