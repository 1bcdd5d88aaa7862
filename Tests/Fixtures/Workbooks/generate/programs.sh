#!/usr/bin/env bash
# Lets the programs write that are no libraries for Python; README.md says what they need.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/..
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=${PYTHON:-python3}
export TZ=UTC LC_ALL=C.UTF-8
at() { faketime -f '2020-06-30 09:30:00' "$@"; }

for name in poi-return poi-streamed-inline poi-streamed-shared libxlsxwriter-return \
    libxlsxwriter-constant openxlsx-return perl-return gnumeric-return libreoffice-saved \
    libreoffice-from-ods libreoffice-semicolons libreoffice-utf8; do
    mkdir -p "$out/$name"
done

# Debian's build of POI lacks the type system that writing needs, so the folder of jars is given.
javac -encoding UTF-8 -cp "${POI_JARS:?a folder with POI and what it needs}/*" -d "$scratch" "$here/Poi.java"
at java -Duser.timezone=UTC -cp "$scratch:$POI_JARS/*" Poi "$out" 2> /dev/null

cc -o "$scratch/libxlsxwriter" "$here/libxlsxwriter.c" -lxlsxwriter
"$scratch/libxlsxwriter" "$out/libxlsxwriter-return/input.xlsx" 0
"$scratch/libxlsxwriter" "$out/libxlsxwriter-constant/input.xlsx" 1

at Rscript "$here/openxlsx.R" "$out/openxlsx-return/input.xlsx" > /dev/null
at perl "$here/writer.pl" "$out/perl-return/input.xlsx"

# Programs that save again what others wrote.
ssconvert -T Gnumeric_Excel:xlsx2 "$out/perl-return/input.xlsx" "$out/gnumeric-return/input.xlsx"
convert() {
    soffice "-env:UserInstallation=file://$scratch/office" --headless --convert-to "$1" \
        --outdir "$scratch/$2" "$3" > /dev/null 2>&1
}
convert xlsx saved "$out/perl-return/input.xlsx"
cp "$scratch/saved/input.xlsx" "$out/libreoffice-saved/"
convert ods ods "$out/perl-return/input.xlsx"
convert xlsx from-ods "$scratch/ods/input.ods"
cp "$scratch/from-ods/input.xlsx" "$out/libreoffice-from-ods/"
# Separator, quote, character set, first line, column formats, language, quote all texts, as shown.
convert 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true' semicolons "$out/libreoffice-saved/input.xlsx"
cp "$scratch/semicolons/input.csv" "$out/libreoffice-semicolons/"
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false' utf8 "$out/libreoffice-saved/input.xlsx"
cp "$scratch/utf8/input.csv" "$out/libreoffice-utf8/"

cd "$here"
"$python" -B programs.py
