import Campaigns
import Findings

/// A campaign of a few rows without a fault; tests change one cell and look what is said about it.
struct SmallCampaign {
    var tables: [String: String] = [
        "settings": """
        key,value,unit,source,quote,note
        campaign_title,试点活动,,fixed,,
        due_day,5,,default,,
        formal_min,3,人,fixed,,
        share_open,,率,left open,,
        """,
        "units": """
        code,name,short_name,aliases,kind,rank_group,has_dangzu,mailbox,valid_from,valid_to,merged_into
        101,城关镇人民政府,城关镇,城关,township,乡镇组,,a@county.example,,,
        102,河口镇人民政府,河口镇,,township,乡镇组,,b@county.example,,,
        201,县财政局,财政局,,department,部门组,是,c@county.example,,,
        """,
        "roster": """
        code,name,aliases,sector,unit,co_unit,fs_village,valid_from,valid_to,merged_into
        1001,东关村,东关,rural,101,201,是,,,
        1002,西关村,,rural,101,,否,,,
        1003,东关村,,rural,102,,,,,
        """,
        "forms": """
        id,title,sector,row_noun,submitted_by,period,folder
        rural,农村月报表,rural,行政村,township,month,农村
        inspection,暗访记录表,,项目,,month,暗访
        """,
        "fields": """
        form,id,header,aliases,type,unit,required,min,max,choices,blank,carry,cumulative,individual,help
        rural,unit_name,村名称,行政村;村名,subject_name,,yes,,,,,,,,
        rural,cadres,村干部人数,村干部数,integer,人,yes,1,15,,missing,yes,,,
        rural,file_done,建档人数,,integer,人,yes,0,cadres,,,,,,
        rural,pay_paid,实发报酬,,decimal,万元,yes,0,100,,,,yes,,
        rural,site,场所状态,,enum:site,,yes,,,site,,,,,
        rural,site_days,开放天数,,integer,天,site = '达标',0,:days_in_month,,not_applicable,,,,
        inspection,unit_code,被查单位代码,,subject_code,,yes,,,,,,,,
        inspection,visit_date,暗访日期,,date,,yes,,:asof,,,,,,
        inspection,item,项目,,code,,yes,,,,,,,,
        inspection,observed,核实值,,text,,yes,,,,,,,,
        inspection,result,结论,,text,,yes,,,,,,,,
        inspection,verdict,认定,,text,,yes,,,,,,,,
        inspection,feedback,反馈,,text,,no,,,,,,,,
        """,
        "choices": """
        list,value,spelling
        site,达标,已达标
        site,无场所,没有
        """,
        "rules": """
        id,form,kind,severity,when,message_zh,message_en,advice_zh,advice_en,from,to,state
        V11,*,cell,error,missing_value,,,,,,,
        V21,rural,row,error,cur.file_done > cur.cadres,建档{cur.file_done}多于{cur.cadres},,,,,,active
        V41,rural,month,error,cur.pay_paid < prev.pay_paid,累计数由{prev.pay_paid}降为{cur.pay_paid},,,,,,
        V57,rural,roster,query,roster.fs_village = '是' AND cur.cadres < :formal_min,人少,,,,,,trial
        V59,inspection,inspection,suspicion,cur.comparable = 1 AND cur.deviation = 'over',疑似,,,,,,
        """,
        "indicators": """
        id,sector,title,form,numerator,denominator,credit,target,base,phase,due,weight_township,weight_department,direction
        R01,rural,建档率,rural,SUM(file_done),SUM(cadres),unit,1,,linear,,60,100,
        X01,all,按时率,submission,SUM(on_time),COUNT(*),unit,1,,monthly,,40,0,
        """,
        "inspection_items": """
        id,title,field,as_of,tolerance
        I01,村干部,rural.cadres,state,0
        I02,报酬,rural.pay_paid,cumulative,1%
        """,
    ]

    /// Replaces a text in a table, which must be there.
    func with(_ table: String, _ old: String, _ new: String) -> SmallCampaign {
        precondition(tables[table]?.contains(old) == true, "\(old) is in \(table)")
        var changed = self
        changed.tables[table] = tables[table]?.replacing(old, with: new)
        return changed
    }

    var reading: CampaignReading {
        CampaignLoader.reading(
            of: tables.sorted { $0.key < $1.key }
                .map { ("\($0.key).csv", Array($0.value.utf8)) })
    }

    /// All that the loader and the lint have to say, one line a finding.
    var said: [String] {
        let reading = reading
        return (reading.findings + CampaignLint.findings(for: reading)).sorted()
            .map { "\($0.place) \($0.code) \($0.message.chinese)" }
    }
}
