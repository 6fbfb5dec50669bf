/**
 * What spreadsheet programs put on the clipboard, in the shape of real captures and with values of
 * our own. Each says where its shape was seen.
 */

/**
 * Excel for Windows (Microsoft 365): microsoft/roosterjs,
 * packages/roosterjs-content-model-plugins/test/paste/e2e/cmPasteFromExcelTest.ts. The text beside it
 * ends in a line break; the classes name number formats; text that runs over into the cell at its
 * right is written with mso-ignore:colspan; a merged cell spans; a cell that may break lines holds
 * a <br> with the source's indentation after it; a number in a narrow column is written as #####.
 */
export const excelWindows = {
	text: '007\t"Two\r\nlines"\t21-Nov-26\r\n\t"quoted" text\t\r\nA long text\t\t1,234.50\r\nMerged\t\tend\r\n',
	html: `<html xmlns:v="urn:schemas-microsoft-com:vml"\r
xmlns:o="urn:schemas-microsoft-com:office:office"\r
xmlns:x="urn:schemas-microsoft-com:office:excel"\r
xmlns="http://www.w3.org/TR/REC-html40">\r
\r
<head>\r
<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r
<meta name=ProgId content=Excel.Sheet>\r
<meta name=Generator content="Microsoft Excel 15">\r
<link id=Main-File rel=Main-File\r
href="file:///C:/Users/ANA~1/AppData/Local/Temp/msohtmlclip1/01/clip.htm">\r
<link rel=File-List\r
href="file:///C:/Users/ANA~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">\r
<style>\r
<!--table\r
\t{mso-displayed-decimal-separator:"\\.";\r
\tmso-displayed-thousand-separator:"\\,";}\r
br\r
\t{mso-data-placement:same-cell;}\r
td\r
\t{padding-top:1px;\r
\tmso-number-format:General;\r
\twhite-space:nowrap;\r
\tmso-rotate:0;}\r
.xl65\r
\t{mso-number-format:"\\@";}\r
.xl66\r
\t{mso-number-format:"Medium Date";}\r
-->\r
</style>\r
</head>\r
\r
<body link="#467886" vlink="#96607D">\r
\r
<table border=0 cellpadding=0 cellspacing=0 width=201 style='border-collapse:\r
 collapse;width:150pt'>\r
<!--StartFragment-->\r
 <col width=67 span=3 style='width:50pt'>\r
 <tr height=38 style='height:28.8pt'>\r
  <td height=38 class=xl65 width=67 style='height:28.8pt;width:50pt'>007</td>\r
  <td class=xl67 width=67 style='width:50pt'>Two<br>\r
    lines</td>\r
  <td class=xl66 align=right width=67 style='width:50pt'>21-Nov-26</td>\r
 </tr>\r
 <tr height=19 style='height:14.4pt'>\r
  <td height=19 style='height:14.4pt'></td>\r
  <td>"quoted" text</td>\r
  <td></td>\r
 </tr>\r
 <tr height=19 style='height:14.4pt'>\r
  <td height=19 colspan=2 style='height:14.4pt;mso-ignore:colspan'>A long text</td>\r
  <td class=xl68 align=right>#######</td>\r
 </tr>\r
 <tr height=19 style='height:14.4pt'>\r
  <td colspan=2 height=19 style='height:14.4pt'>Merged</td>\r
  <td>end<span style='mso-spacerun:yes'>&nbsp;</span></td>\r
 </tr>\r
<!--EndFragment-->\r
</table>\r
\r
</body>\r
\r
</html>\r
`,
	cells: [
		['007', 'Two\nlines', '21-Nov-26'],
		['', '"quoted" text', ''],
		['A long text', '', '1,234.50'],
		['Merged', '', 'end'],
	],
};

/**
 * Excel for Mac: nick-keller/react-datasheet-grid, src/utils/copyPasting.test.ts (the capture where
 * the cells came from Google Sheets before: Excel hands on the attributes it does not know).
 */
export const excelMac = {
	text: '<foo>\t"bar\rbaz"\rsay "so"\t\r',
	html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"> <head> <meta http-equiv=Content-Type content="text/html; charset=utf-8"> <meta name=ProgId content=Excel.Sheet> <meta name=Generator content="Microsoft Excel 15"> <link id=Main-File rel=Main-File href="file:////Users/ana/Library/Group%20Containers/UBF8T346G9.Office/TemporaryItems/msohtmlclip/clip.htm"> <style> <!--table {mso-displayed-decimal-separator:"\\,"; mso-displayed-thousand-separator: ;} br {mso-data-placement:same-cell;} td {padding-top:1px; mso-number-format:General; white-space:nowrap;} .xl65 {font-size:10.0pt;} --> </style> </head> <body link="#0563C1" vlink="#954F72"> <meta charset=utf-8> <table border=0 cellpadding=0 cellspacing=0 width=174 style='border-collapse: collapse;width:130pt' xmlns="http://www.w3.org/1999/xhtml"> <!--StartFragment--> <col width=87 span=2 style='width:65pt'> <tr height=39 style='height:29.0pt'> <td height=39 class=xl65 width=87 style='height:29.0pt;width:65pt;overflow: hidden' data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;&lt;foo&gt;&quot;}">&lt;foo&gt;</td> <td class=xl66 width=87 style='width:65pt' data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;bar\\nbaz&quot;}">bar<br>baz</td> </tr> <tr height=21 style='height:16.0pt'> <td height=21 class=xl65 style='height:16.0pt'>say &quot;so&quot;</td> <td class=xl65 data-sheets-numberformat="{&quot;1&quot;:2,&quot;2&quot;:&quot;#,##0.00&quot;,&quot;3&quot;:1}"></td> </tr> <!--EndFragment--> </table> </body> </html>`,
	cells: [
		['<foo>', 'bar\nbaz'],
		['say "so"', ''],
	],
};

/**
 * Google Sheets: microsoft/roosterjs,
 * packages/roosterjs-content-model-plugins/test/paste/e2e/htmlTemplates/htmlFromGoogleSheetsClipboardContent.ts
 * (2024, without values on the cells) and nick-keller/react-datasheet-grid,
 * src/utils/copyPasting.test.ts (with data-sheets-value). Merged cells say rowspan and colspan both.
 */
export const googleSheets = {
	text: 'AC-1\t"One\ntwo"\t007\n\t21 Nov 2026\t\ntall\twide\t\n\ta & b\t=1+1',
	html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;font-family:Arial;width:0px;border-collapse:collapse;border:none" data-sheets-root="1" data-sheets-baot="1"><colgroup><col width="100"/><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;AC-1&quot;}">AC-1</td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;One\\ntwo&quot;}">One<br/>two</td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;007&quot;,&quot;6&quot;:1}">007</td></tr><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;"></td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;text-align:right;" data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:46347}" data-sheets-numberformat="{&quot;1&quot;:5,&quot;2&quot;:&quot;d mmm yyyy&quot;,&quot;3&quot;:1}">21 Nov 2026</td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;"></td></tr><tr style="height:21px;"><td rowspan="2" colspan="1" style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">tall</td><td rowspan="1" colspan="2" style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">wide</td></tr><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">a &amp; b</td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;=1+1&quot;,&quot;6&quot;:1}">=1+1</td></tr></tbody></table>`,
	cells: [
		['AC-1', 'One\ntwo', '007'],
		['', '21 Nov 2026', ''],
		['tall', 'wide', ''],
		['', 'a & b', '=1+1'],
	],
};

/** One cell of Google Sheets is no table: nick-keller/react-datasheet-grid, as above. */
export const googleSheetsCell = {
	text: '"One\n""two"""',
	html: `<meta charset='utf-8'><style type="text/css"><!--td {border: 1px solid #ccc;}br {mso-data-placement:same-cell;}--></style><span style="font-size:10pt;font-family:Arial;font-style:normal;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;One\\n\\&quot;two\\&quot;&quot;}" data-sheets-userformat="{&quot;2&quot;:513,&quot;3&quot;:{&quot;1&quot;:0},&quot;12&quot;:0}">One<br/>&quot;two&quot;</span>`,
	cells: [['One\n"two"']],
};

/**
 * LibreOffice Calc: a capture of version 7.0 in a file tables/table_utilities.py by Michael Towers
 * (2023, found by its text) for the frame and the empty cells, which hold a <br>; the numbers after
 * LibreOffice/core, sc/source/filter/html/htmlexp.cxx: sdval is the value, sdnum its format.
 */
export const libreOffice = {
	text: '007\t12\t\n\t"One\ntwo"\t21/11/26\n\t\t\n',
	html: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">

<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.0.4.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; display:block; border:1px solid black; padding:0.5em;  }
		a.comment-indicator { background:red; display:inline-block; border:1px solid black; width:0.5em; height:0.5em;  }
		comment { display:none;  }
	</style>
</head>

<body>
<table cellspacing="0" border="0">
	<colgroup span="3" width="107"></colgroup>
	<tr>
		<td height="21" align="left" sdnum="1033;0;@">007</td>
		<td align="right" sdval="12" sdnum="1033;">12</td>
		<td align="left"><br></td>
	</tr>
	<tr>
		<td height="21" align="left"><br></td>
		<td align="left">One<br>two</td>
		<td align="right" sdval="46347" sdnum="1033;2057;DD/MM/YY">21/11/26</td>
	</tr>
	<tr>
		<td height="21" align="left"><br></td>
		<td align="left"><br></td>
		<td align="left"><br></td>
	</tr>
</table>
</body>

</html>
`,
	cells: [
		['007', '12', ''],
		['', 'One\ntwo', '21/11/26'],
		['', '', ''],
	],
};
