import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.Date;
import java.util.GregorianCalendar;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet of meeting places with Apache POI: `Poi FOLDER` writes one file a way of writing. */
public final class Poi {
    private static Date moment(int year, int month, int day, int hour, int minute) {
        return new GregorianCalendar(year, month - 1, day, hour, minute).getTime();
    }

    private static final Object[][] ROWS = {
        {"红崖镇会议场所上报表（2020年6月）"},
        {"会议场所", "座位数", "面积（平方米）", "启用日期", "最近检查", "已达标", "达标率", "备注"},
        {"红崖村党员活动室", 60.0, 85.5, moment(2019, 3, 1, 0, 0), moment(2020, 6, 30, 9, 30), true,
         0.855, "二楼东侧；\n钥匙在村委会"},
        {"老街社区<多功能厅>&“大厅”", 120.0, 0.1, moment(2020, 6, 30, 0, 0), moment(2020, 6, 1, 14, 5), false,
         1.0, " 两头有空格 "},
        {"𠮷家坪文化广场", 0.0, -12.25, moment(1999, 12, 31, 0, 0), null, true, 0.0, "0012"},
        {"合计"},
    };

    private static void fill(Workbook book) {
        Sheet sheet = book.createSheet("会议场所");
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        CellStyle both = book.createCellStyle();
        both.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        for (int number = 0; number < ROWS.length; number++) {
            Row row = sheet.createRow(number);
            for (int column = 0; column < ROWS[number].length; column++) {
                Object value = ROWS[number][column];
                Cell cell = row.createCell(column);
                if (value instanceof String) cell.setCellValue((String) value);
                if (value instanceof Double) cell.setCellValue((Double) value);
                if (value instanceof Boolean) cell.setCellValue((Boolean) value);
                if (value instanceof Date) {
                    cell.setCellValue((Date) value);
                    cell.setCellStyle(column == 3 ? day : both);
                }
            }
        }
        sheet.getRow(5).createCell(1).setCellFormula("SUM(B3:B5)");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
    }

    private static void save(Workbook book, String path) throws Exception {
        try (OutputStream output = new FileOutputStream(path)) {
            book.write(output);
        }
    }

    public static void main(String[] arguments) throws Exception {
        String folder = arguments[0];
        Workbook whole = new XSSFWorkbook();
        fill(whole);
        save(whole, folder + "/poi-return/input.xlsx");
        // Strings in place, and sizes behind the data.
        Workbook streamed = new SXSSFWorkbook(null, 2, false, false);
        fillStreamed((SXSSFWorkbook) streamed);
        save(streamed, folder + "/poi-streamed-inline/input.xlsx");
        Workbook sharing = new SXSSFWorkbook(null, 100, true, true);
        fill(sharing);
        save(sharing, folder + "/poi-streamed-shared/input.xlsx");
    }

    private static void fillStreamed(SXSSFWorkbook book) {
        Sheet sheet = book.createSheet("会议场所");
        for (int number = 0; number < ROWS.length; number++) {
            Row row = sheet.createRow(number);
            for (int column = 0; column < ROWS[number].length; column++) {
                Object value = ROWS[number][column];
                if (value instanceof String) row.createCell(column).setCellValue((String) value);
                if (value instanceof Double) row.createCell(column).setCellValue((Double) value);
            }
        }
    }
}
