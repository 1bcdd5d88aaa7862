#!/usr/bin/perl
# The sheet of meeting places with Excel::Writer::XLSX: `writer.pl FILE`.
use strict;
use warnings;
use utf8;
use Excel::Writer::XLSX;

my $book = Excel::Writer::XLSX->new( $ARGV[0] );
$book->set_properties( created => [ 0, 30, 9, 30, 5, 120 ] );
my $sheet = $book->add_worksheet('会议场所');
my $day  = $book->add_format( num_format => '[$-804]yyyy"年"m"月"d"日";@' );
my $both = $book->add_format( num_format => 22 );
$sheet->merge_range( 'A1:H1', '红崖镇会议场所上报表（2020年6月）', $book->add_format( bold => 1 ) );
$sheet->write_row( 'A2',
    [qw(会议场所 座位数 面积（平方米） 启用日期 最近检查 已达标 达标率 备注)] );
my @rows = (
    [ '红崖村党员活动室', 60, 85.5, '2019-03-01T', '2020-06-30T09:30', 1, 0.855, "二楼东侧；\n钥匙在村委会" ],
    [ '老街社区<多功能厅>&“大厅”', 120, 0.1, '2020-06-30T', '2020-06-01T14:05', 0, 1, ' 两头有空格 ' ],
    [ '𠮷家坪文化广场', 0, -12.25, '1999-12-31T', undef, 1, 0, '0012' ],
);
my $number = 2;
for my $row (@rows) {
    $sheet->write_string( $number, 0, $row->[0] );
    $sheet->write_number( $number, $_, $row->[$_] ) for 1, 2, 6;
    $sheet->write_date_time( $number, 3, $row->[3], $day );
    $sheet->write_date_time( $number, 4, $row->[4], $both ) if defined $row->[4];
    $sheet->write_boolean( $number, 5, $row->[5] );
    $sheet->write_string( $number, 7, $row->[7] );
    $number++;
}
$sheet->write_string( 5, 0, '合计' );
$sheet->write_formula( 5, 1, '=SUM(B3:B5)', undef, 180 );
$book->close();
