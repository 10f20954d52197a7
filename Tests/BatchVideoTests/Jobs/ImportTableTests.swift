import BatchVideo
import Foundation
import TestKit
import Testing

@Suite("Tables to import")
struct ImportTableTests {
    @Test("CSV, TSV, lines of JSON and a workbook of another program give the same jobs")
    func formats() async throws {
        let folder = try TemporaryFolder()
        let script = """
            import sys,zipfile
            z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)
            z.writestr('xl/workbook.xml','<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>')
            z.writestr('xl/_rels/workbook.xml.rels','<Relationships><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>')
            z.writestr('xl/sharedStrings.xml','<sst><si><t>title</t></si><si><r><t>山 &amp; </t></r><r><t>水</t></r><rPh><t>x</t></rPh></si></sst>')
            z.writestr('xl/worksheets/data.xml','<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>content</t></is></c><c r="D1" t="str"><v>speech_speed</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>正文&#x3002;</t></is></c><c r="D3"><v>1.5</v></c></row></sheetData></worksheet>')
            z.close()
            """
        let file = folder.file("book.xlsx")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        try process.run()
        process.waitForEnd()
        let tables: [(ImportFormat, Data)] = [
            (.csv, Data("\u{FEFF}title;content;speech_speed\n山 & 水;正文。;1.5\n".utf8)),
            (.tsv, Data("title\tcontent\tspeech_speed\n山 & 水\t正文。\t1.5".utf8)),
            (.jsonl, Data("{\"title\":\"山 & 水\",\"content\":\"正文。\",\"speech_speed\":1.5}\n\n".utf8)),
            (.xlsx, try Data(contentsOf: file)),
        ]
        for (format, data) in tables {
            let work = try JobImport(
                ImportTable(data, format), mapping: [:], defaults: JobDraft(title: "", content: ""),
                catalog: ImportCatalog())
            #expect(work.faults.isEmpty, "\(format) \(work.faults)")
            #expect(work.drafts.map(\.draft.title) == ["山 & 水"], "\(format)")
            #expect(work.drafts.first?.draft.content == "正文。", "\(format)")
            #expect(work.drafts.first?.draft.speechSpeed == 1.5, "\(format)")
        }
        #expect(try ImportTable(try Data(contentsOf: file), .xlsx).rows.map(\.number) == [3])
    }

    @Test("Text as Excel saves it in China is read")
    func gb18030() throws {
        // 标题,内容 / 山,水 in GB 18030.
        let bytes: [UInt8] = [
            0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A, 0xC9, 0xBD, 0x2C, 0xCB, 0xAE,
        ]
        let table = try ImportTable(Data(bytes), .csv)
        #expect(table.columns == ["标题", "内容"])
        #expect(table.rows.first?.cells == ["山", "水"])
    }

    @Test("Damaged and lying archives end with an error")
    func hostile() {
        let zip: [UInt8] = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0xFF, count: 400)
        for data in [Data(), Data(zip), Data(Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0xFF, count: 18))] {
            #expect(throws: BatchVideoError.self) { try ImportTable(data, .xlsx) }
        }
    }

    @Test("Texts lose what lies or breaks, and keep what means something")
    func clean() {
        let table = [
            ("  a\r\nb\rc  ", "a\nb\nc"), ("#@#\n链接\n#@#\n说明", "说明"), ("#@#a#@#b#@#c#@#", "b"),
            ("a#@#b", "a#@#b"), ("e\u{301}", "\u{E9}"), ("a\u{0}\u{7F}\u{85}b", "ab"),
            ("\u{FEFF}甲\u{3000}乙", "甲\u{3000}乙"), ("a\u{202E}b\u{2066}c", "abc"),
            ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}"), ("a\tb", "a\tb"), (" \n ", ""),
        ]
        for (text, cleaned) in table { #expect(TextIntake.clean(text) == cleaned, "\(text.debugDescription)") }
    }

    @Test("Shots are cut at the break nearest to the time, and joined without a space where none belongs")
    func shots() throws {
        let now = Date(timeIntervalSince1970: 0)
        func row(_ index: Int, _ text: String) -> ShotRow {
            ShotRow(
                id: index + 1, jobID: 1, index: index, startMs: index * 4_000, endMs: index * 4_000 + 4_000,
                text: text, createdAt: now, updatedAt: now)
        }
        var shots = [row(0, "One two, three four."), row(1, "雾起。鸟叫。")]

        try shots.split(0, atMs: 1_700, texts: nil)
        #expect(shots.map(\.text) == ["One two,", "three four.", "雾起。鸟叫。"])
        #expect(shots.map(\.startMs) == [0, 1_700, 4_000])
        #expect(shots[1].id == 0)
        for index in shots.indices { shots[index].index = index }
        try shots.merge(0)
        #expect(shots[0].text == "One two, three four." && shots[0].endMs == 4_000)
        #expect(throws: BatchVideoError.self) { try shots.split(0, atMs: 100, texts: nil) }
        #expect(throws: BatchVideoError.self) { try shots.merge(2) }
        #expect(throws: BatchVideoError.self) { try shots.merge(7) }
        try shots.regenerate(2, prompt: "鸟", seeds: [1, 2], isMoving: false)
        try shots.regenerate(2, prompt: nil, seeds: [3], isMoving: true)
        #expect(shots[1].images.map(\.seed) == [3] && shots[1].images[0].prompt == "鸟")
    }
}
