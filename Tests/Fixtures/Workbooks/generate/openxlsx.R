# The sheet of meeting places with openxlsx: `Rscript openxlsx.R FILE`.
library(openxlsx)
book <- createWorkbook(creator = "Tongbao")
addWorksheet(book, "会议场所")
writeData(book, 1, "红崖镇会议场所上报表（2020年6月）", colNames = FALSE)
frame <- data.frame(
  会议场所 = c("红崖村党员活动室", "老街社区<多功能厅>&“大厅”", "𠮷家坪文化广场"),
  座位数 = c(60L, 120L, 0L), 面积 = c(85.5, 0.1, -12.25),
  启用日期 = as.Date(c("2019-03-01", "2020-06-30", "1999-12-31")),
  最近检查 = as.POSIXct(c("2020-06-30 09:30:00", "2020-06-01 14:05:00", NA), tz = "UTC"),
  已达标 = c(TRUE, FALSE, TRUE), 达标率 = c(0.855, NA, NaN),
  备注 = c("二楼东侧；\n钥匙在村委会", " 两头有空格 ", NA), check.names = FALSE)
writeData(book, 1, frame, startRow = 2, keepNA = FALSE)
writeFormula(book, 1, "SUM(B3:B5)", startRow = 6, startCol = 2)
saveWorkbook(book, commandArgs(trailingOnly = TRUE)[1], overwrite = TRUE)
