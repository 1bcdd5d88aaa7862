"""Texts in all the ways in which they are stored."""
from archive import archive
from expected import table, write
from parts import book, shared, worksheet

SPACE = ' xml:space="preserve"'


def cells(kinds):
    """One cell a row in column A, each the whole `c` element without its reference."""
    return "".join(
        f'<row r="{n}"><c r="A{n}"{rest}</row>' for n, rest in enumerate(kinds, 1))


def inline():
    """Inline strings with a value beside them, in CDATA, in runs, and named so without being it."""
    kinds = [
        (' t="inlineStr"><is><t>柳林村</t></is></c>', "柳林村"),
        (' t="inlineStr"><is><t>以此为准</t></is><v>7</v></c>', "以此为准"),
        (' t="inlineStr"><v>7</v><is><t>也以此为准</t></is></c>', "也以此为准"),
        (' t="inlineStr"><is><t><![CDATA[会议室<东>&二楼]]></t></is></c>', "会议室<东>&二楼"),
        (' t="inlineStr"><is><r><rPr><b/></rPr><t>两委</t></r><r><t>换届</t></r></is></c>', "两委换届"),
        (' t="inlineStr"><v>只有值</v></c>', "只有值"),
        (' t="inlineStr"><is><t/></is></c>', None),
        (' t="inlineStr"><is/></c>', None),
        (f' t="inlineStr"><is><t{SPACE}>  活动场所\n二层 </t></is></c>', "  活动场所\n二层 "),
        (' t="inlineStr"><is><t>党员&#x20;活动&#23460;&amp;图书&#x5BA4;</t></is></c>', "党员 活动室&图书室"),
        (' t="inlineStr"><is><t>前<!-- 批注 -->后</t></is></c>', "前后"),
        ('><is><t>没有写类型</t></is></c>', "没有写类型"),
    ]
    write("hand-inline-strings", archive(book([("文字", worksheet(cells(k for k, _ in kinds)))])),
          {"文字": table([[text] for _, text in kinds])})


def shared_strings():
    """Shared strings: plain text before runs, empty ones, phonetic hints, wrong counts."""
    items = [
        ("<si><t>马家沟村</t></si>", "马家沟村"),
        ("<si><t>先是文字，</t><r><t>再是</t></r><r><t>两段</t></r></si>", "先是文字，再是两段"),
        ('<si><r><rPr><sz val="11"/><color rgb="FFFF0000"/><rFont val="宋体"/></rPr><t>红字</t></r>'
         "<r><t>黑字</t></r></si>", "红字黑字"),
        ("<si><t/></si>", None),
        ("<si/>", None),
        ('<si><t>振り仮名</t><rPh sb="0" eb="2"><t>フリガナ</t></rPh><phoneticPr fontId="1"/></si>',
         "振り仮名"),
        ("<si><t>马家沟村</t></si>", "马家沟村"),
        (f"<si><t{SPACE}> 两头有空格 </t></si>", " 两头有空格 "),
        ("<si><t>没有写保留空格 </t></si>", "没有写保留空格 "),
        ("<si><t>一行_x000D_\n二行</t></si>", "一行\r\n二行"),
        ("<si><t>写的就是_x005F_x000D_</t></si>", "写的就是_x000D_"),
        ("<si><t>_x4E2D_文，_x00G0_不是，_X0041_也不是</t></si>", "中文，_x00G0_不是，_X0041_也不是"),
        ("<si><t>𠮷家坪（扩展区）👍</t></si>", "𠮷家坪（扩展区）👍"),
        ("<si><t>１２个　全角</t></si>", "１２个　全角"),
        ("<si><t><![CDATA[<东坪>]]></t></si>", "<东坪>"),
    ]
    kinds = [f' t="s"><v>{n}</v></c>' for n in range(len(items))]
    values = [text for _, text in items]
    kinds += [' t="s"><v/></c>', ' t="s"/>', ' t="s"><v> 0 </v></c>', ' t="s"><v>0</v></c>']
    values += [None, None, "马家沟村", "马家沟村"]
    strings = shared((item for item, _ in items), counts=' count="4294749708" uniqueCount="3"')
    parts = book([("文字", worksheet(cells(kinds)))], strings=strings)
    write("sap-shared-strings", archive(parts), {"文字": table([[text] for text in values])})


def escapes():
    """`_xHHHH_` wherever ST_Xstring may stand: results of formulas, names of sheets."""
    kinds = [
        (' t="str"><f>A9</f><v>一行_x000A_二行</v></c>', "一行\n二行"),
        (' t="str"><v>_x005F_x0041_</v></c>', "_x0041_"),
        (' t="str"><v>_x0041</v></c>', "_x0041"),
        (' t="str"><v>__x0041__</v></c>', "_A_"),
    ]
    sheet = worksheet(cells(k for k, _ in kinds))
    parts = book([("甲_x0026_乙", sheet)])
    write("hand-escaped-text", archive(parts), {"甲&乙": table([[text] for _, text in kinds])})


for make in (inline, shared_strings, escapes):
    make()
