/* The sheet of meeting places with libxlsxwriter: `libxlsxwriter FILE FLAG`, 1 for constant memory. */
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int count, char **arguments) {
    if (count < 3) return 64;
    lxw_workbook_options options = {.constant_memory = atoi(arguments[2])};
    lxw_workbook *book = workbook_new_opt(arguments[1], &options);
    lxw_doc_properties properties = {.created = 1593480600};
    workbook_set_properties(book, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "会议场所");
    lxw_format *day = workbook_add_format(book);
    format_set_num_format_index(day, 31);
    lxw_format *both = workbook_add_format(book);
    format_set_num_format(both, "yyyy-mm-dd hh:mm");
    static const char *heads[] = {"会议场所", "座位数", "面积（平方米）", "启用日期",
                                  "最近检查", "已达标", "达标率", "备注"};
    static const char *names[] = {"红崖村党员活动室", "老街社区<多功能厅>&“大厅”", "𠮷家坪文化广场"};
    static const char *notes[] = {"二楼东侧；\n钥匙在村委会", " 两头有空格 ", "0012"};
    static const double seats[] = {60, 120, 0}, areas[] = {85.5, 0.1, -12.25}, rates[] = {0.855, 1, 0};
    static const int flags[] = {1, 0, 1};
    lxw_datetime opened[] = {{2019, 3, 1, 0, 0, 0}, {2020, 6, 30, 0, 0, 0}, {1999, 12, 31, 0, 0, 0}};
    lxw_datetime seen[] = {{2020, 6, 30, 9, 30, 0}, {2020, 6, 1, 14, 5, 0}};
    worksheet_write_string(sheet, 0, 0, "红崖镇会议场所上报表（2020年6月）", NULL);
    for (int column = 0; column < 8; column++)
        worksheet_write_string(sheet, 1, column, heads[column], NULL);
    for (int row = 0; row < 3; row++) {
        worksheet_write_string(sheet, row + 2, 0, names[row], NULL);
        worksheet_write_number(sheet, row + 2, 1, seats[row], NULL);
        worksheet_write_number(sheet, row + 2, 2, areas[row], NULL);
        worksheet_write_datetime(sheet, row + 2, 3, &opened[row], day);
        if (row < 2) worksheet_write_datetime(sheet, row + 2, 4, &seen[row], both);
        worksheet_write_boolean(sheet, row + 2, 5, flags[row], NULL);
        worksheet_write_number(sheet, row + 2, 6, rates[row], NULL);
        worksheet_write_string(sheet, row + 2, 7, notes[row], NULL);
    }
    worksheet_write_string(sheet, 5, 0, "合计", NULL);
    worksheet_write_formula_num(sheet, 5, 1, "=SUM(B3:B5)", NULL, 180);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
