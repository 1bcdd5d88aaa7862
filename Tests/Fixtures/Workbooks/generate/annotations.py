"""Workbooks that come with notes of their own, which a note of ours must not break."""
from archive import archive
from expected import table, write
from parts import HEAD, MAIN, SHEET, book, relationships, text_cell, worksheet

VML = ('<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
       'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
       'data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
       'path="m,l,21600r21600,l21600,xe"/>{}</xml>')
NOTE = ('<v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData '
        'ObjectType="Note"><x:Anchor>1, 15, 0, 2, 3, 15, 3, 16</x:Anchor><x:Row>1</x:Row>'
        "<x:Column>1</x:Column></x:ClientData></v:shape>")
BUTTON = ('<v:shape id="_x0000_s1026" type="#_x0000_t201"><x:ClientData ObjectType="Button">'
          "<x:Anchor>3, 0, 0, 0, 5, 0, 2, 0</x:Anchor></x:ClientData></v:shape>")
DRAWN = ("xl/drawings/vmlDrawing1.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
ROWS = [["村名", "干部补贴（万元）"], ["碾子坪村", 4.2]]
PERSON = "{00000000-0000-4000-8000-000000000001}"


def sheet(behind):
    return worksheet(
        f'<row r="1">{text_cell("A1", ROWS[0][0])}{text_cell("B1", ROWS[0][1])}</row>'
        f'<row r="2">{text_cell("A2", ROWS[1][0])}<c r="B2"><v>4.2</v></c></row>', behind=behind)


def comments(text, author="镇会计"):
    return (f'{HEAD}<comments xmlns="{MAIN}"><authors><author>{author}</author></authors><commentList>'
            f'<comment ref="B2" authorId="0"><text><r><t>{text}</t></r></text></comment></commentList>'
            "</comments>")


def made(name, links, more, behind='<legacyDrawing r:id="rId1"/>'):
    rels = ("xl/worksheets/_rels/sheet1.xml.rels", relationships(links), None)
    parts = book([("补贴", sheet(behind))], more=[rels, *more])
    write(name, archive(parts), {"补贴": table(ROWS)})


made("excel-notes", [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                     ("rId2", "comments", "../comments1.xml")],
     [(DRAWN[0], VML.format(NOTE), DRAWN[1]),
      ("xl/comments1.xml", comments("按月发放，见会计凭证"), SHEET + "comments+xml")])
made("excel-drawing-without-notes", [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml")],
     [(DRAWN[0], VML.format(BUTTON), DRAWN[1])])
THREAD = ('<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
          f'<threadedComment ref="B2" dT="2020-06-30T09:30:00.00" personId="{PERSON}" id="{PERSON}">'
          "<text>补贴是否含绩效</text></threadedComment></ThreadedComments>")
PEOPLE = ('<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
          f'<person displayName="镇会计" id="{PERSON}" userId="x" providerId="None"/></personList>')
made("excel-threaded-comment",
     [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rId2", "comments", "../comments1.xml"),
      ("rId3", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
       "../threadedComments/threadedComment1.xml")],
     [(DRAWN[0], VML.format(NOTE), DRAWN[1]),
      ("xl/comments1.xml", comments("[Threaded comment]\n\n补贴是否含绩效", "tc=" + PERSON),
       SHEET + "comments+xml"),
      ("xl/threadedComments/threadedComment1.xml", THREAD, "application/vnd.ms-excel.threadedcomments+xml"),
      ("xl/persons/person.xml", PEOPLE, "application/vnd.ms-excel.person+xml")])
made("excel-protected", [], [], behind=(
    '<sheetProtection algorithmName="SHA-512" hashValue="AAAA" saltValue="AAAA" spinCount="100000" sheet="1" '
    'objects="1" scenarios="1"/><autoFilter ref="A1:B2"/><dataValidations count="1"><dataValidation '
    'type="decimal" sqref="B2"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>'))
