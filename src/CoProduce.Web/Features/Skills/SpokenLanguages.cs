using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Skills;

/// <summary>A language that people speak or sign.</summary>
/// <param name="Code">ISO 639.</param>
public sealed record SpokenLanguage(string Code, TwoNames Name);

/// <summary>The languages to choose from, those most spoken in Wales and England among them, sign languages too.</summary>
public static class SpokenLanguages
{
    private static readonly IReadOnlyDictionary<string, SpokenLanguage> byCode = Read().ToDictionary(l => l.Code);

    /// <summary>All of them in the order of their names for whoever reads now, English and Welsh first.</summary>
    public static IReadOnlyList<SpokenLanguage> All =>
        [.. byCode.Values.OrderByDescending(l => l.Code is "en" or "cy").ThenBy(l => Folded.Of(l.Name.Here), StringComparer.Ordinal)];

    /// <summary>The language of that code; null when the list has none.</summary>
    public static SpokenLanguage? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    private static IEnumerable<SpokenLanguage> Read() =>
        from line in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let parts = line.Split('|')
        select new SpokenLanguage(parts[0], new(parts[1], parts[2]));

    private const string Lines = """
        af|Afrikaans|Affricâneg
        ak|Twi|Twi
        sq|Albanian|Albaneg
        am|Amharic|Amhareg
        ar|Arabic|Arabeg
        hy|Armenian|Armeneg
        az|Azerbaijani|Aserbaijaneg
        eu|Basque|Basgeg
        be|Belarusian|Belarwseg
        bn|Bengali|Bengaleg
        bs|Bosnian|Bosnieg
        bfi|British Sign Language|Iaith Arwyddion Prydain
        bg|Bulgarian|Bwlgareg
        my|Burmese|Byrmaneg
        yue|Cantonese|Cantoneg
        ca|Catalan|Catalaneg
        cy|Welsh|Cymraeg
        kw|Cornish|Cernyweg
        hr|Croatian|Croateg
        cs|Czech|Tsieceg
        da|Danish|Daneg
        prs|Dari|Dari
        nl|Dutch|Iseldireg
        en|English|Saesneg
        et|Estonian|Estoneg
        fi|Finnish|Ffinneg
        fr|French|Ffrangeg
        ka|Georgian|Georgeg
        de|German|Almaeneg
        el|Greek|Groeg
        gu|Gujarati|Gwjarati
        ha|Hausa|Hawsa
        he|Hebrew|Hebraeg
        hi|Hindi|Hindi
        hu|Hungarian|Hwngareg
        is|Icelandic|Islandeg
        ig|Igbo|Igbo
        id|Indonesian|Indoneseg
        ga|Irish|Gwyddeleg
        it|Italian|Eidaleg
        jam|Jamaican Patois|Patois Jamaica
        ja|Japanese|Japaneeg
        rw|Kinyarwanda|Ciniarwandeg
        ko|Korean|Corëeg
        kri|Krio|Krio
        ku|Kurdish|Cwrdeg
        lv|Latvian|Latfieg
        ln|Lingala|Lingala
        lt|Lithuanian|Lithwaneg
        mk|Macedonian|Macedoneg
        ms|Malay|Maleieg
        ml|Malayalam|Malayalam
        mt|Maltese|Malteg
        cmn|Mandarin|Mandarin
        mr|Marathi|Marathi
        mn|Mongolian|Mongoleg
        ne|Nepali|Nepaleg
        no|Norwegian|Norwyeg
        om|Oromo|Oromo
        ps|Pashto|Pashto
        fa|Persian (Farsi)|Perseg (Ffarsi)
        pl|Polish|Pwyleg
        pt|Portuguese|Portiwgaleg
        pa|Punjabi|Pwnjabeg
        ro|Romanian|Rwmaneg
        rom|Romani|Romani
        ru|Russian|Rwseg
        gd|Scottish Gaelic|Gaeleg yr Alban
        sr|Serbian|Serbeg
        sn|Shona|Shona
        si|Sinhala|Sinhaleg
        sk|Slovak|Slofaceg
        sl|Slovenian|Slofeneg
        so|Somali|Somaleg
        es|Spanish|Sbaeneg
        sw|Swahili|Swahili
        sv|Swedish|Swedeg
        syl|Sylheti|Sylheti
        tl|Tagalog|Tagalog
        ta|Tamil|Tamileg
        te|Telugu|Telugu
        th|Thai|Thai
        bo|Tibetan|Tibeteg
        ti|Tigrinya|Tigrinya
        tr|Turkish|Tyrceg
        uk|Ukrainian|Wcreineg
        ur|Urdu|Wrdw
        vi|Vietnamese|Fietnameg
        yi|Yiddish|Iddeweg
        yo|Yoruba|Iorwba
        zu|Zulu|Swlw
        """;
}
