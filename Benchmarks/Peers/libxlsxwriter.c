/* The peer of the writer: a plain CSV into a workbook in constant-memory mode. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
    if (argc < 3) return 64;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(argv[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, NULL);
    FILE *input = fopen(argv[1], "r");
    static char line[1 << 16];
    for (int row = 0; input && fgets(line, sizeof line, input); row++) {
        char *field = line;
        for (int column = 0, last = 0; !last; column++) {
            char *end = field + strcspn(field, ",\r\n");
            last = *end != ',';
            *end = 0;
            char *rest;
            double number = strtod(field, &rest);
            if (*field && !*rest)
                worksheet_write_number(sheet, row, column, number, NULL);
            else
                worksheet_write_string(sheet, row, column, field, NULL);
            field = end + 1;
        }
    }
    if (input) fclose(input);
    return workbook_close(workbook);
}
