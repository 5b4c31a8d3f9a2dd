namespace CoProduce.Web.Data.Demo;

/// <summary>Names of one community, and the language its elders bring besides English.</summary>
/// <param name="Language">Its English name; null where it is English alone.</param>
public sealed record NamePool(string? Language, string[] Women, string[] Men, string[] Families);

/// <summary>The names from which the people of the demo are drawn.</summary>
public static class DemoNames
{
    /// <summary>Old Gloucestershire and elsewhere in England.</summary>
    public static readonly NamePool English = new(
        null,
        Words(
            "Margaret Jean Doreen Sheila Brenda Maureen Joyce Barbara Valerie Patricia Pauline Hilary Rosemary Janet Gillian Daphne Beryl Sandra Lesley Denise Karen Tracey Joanne Helen Claire Lucy Emma Hannah Kelly Gemma Edith Winifred Ivy Dot Olive Marjorie"
        ),
        Words(
            "Derek Raymond Brian Kenneth Roy Dennis Gordon Terence Malcolm Colin Trevor Clive Nigel Graham Keith Barry Stuart Gary Darren Lee Craig Matthew Daniel Tom Jack Reg Arthur Stanley Walter Cyril Percy Ron Les Geoffrey Howard"
        ),
        Words(
            "Gabb Clutterbuck Niblett Selwyn Hyett Bubb Trotman Gazzard Dobbs Organ Workman Pegler Freeman Wathen Restall Vick Smart Prout Halliday Powell Fletcher Cooke Barnfield Wixey Greening Lusty Hopson Tuffley Ridler Browning Hawker Stephens Tandy Cullimore Fluck Okey Shipway Merrett Haines Bishop Cratchley Webb Hobbs Limbrick"
        )
    );

    /// <summary>Families from over the Severn.</summary>
    public static readonly NamePool Welsh = new(
        "Welsh",
        Words("Bronwen Gwyneth Eluned Carys Rhiannon Menna Nerys Mair Angharad Sioned"),
        Words("Gareth Dilwyn Emrys Iorwerth Huw Rhodri Aled Gwilym Ieuan Dafydd"),
        Words("Llewellyn Prosser Meredith Bowen Vaughan Gwynne Beynon Probert Rhydderch Pugh")
    );

    /// <summary>Irish London and Irish Gloucester.</summary>
    public static readonly NamePool Irish = new(
        null,
        Words("Bridget Kathleen Nora Maeve Siobhán Sinéad Bernadette Philomena Róisín Eileen"),
        Words("Patrick Seamus Eamonn Declan Brendan Fintan Cormac Donal Micheál Gerard"),
        Words("O'Driscoll Gallagher McGrath Ó'Súilleabháin Brannigan Keaveney Mulcahy O'Shaughnessy Devlin Tierney")
    );

    /// <summary>Families from Bangladesh, mostly Sylhet.</summary>
    public static readonly NamePool Bengali = new(
        "Bengali",
        Words("Rahima Nasima Shamsun Hosna Salma Rokeya Fatema Ayesha Shirin Jahanara Momtaz Taslima Sufia Nazma Rehana"),
        Words("Abdul Mohammed Shah Iqbal Nurul Faruk Jamal Rafiq Anwar Kamal Habib Motin Shafiq Delwar Tofayel"),
        Words("Begum Khatun Miah Uddin Choudhury Rahman Ali Hussain Islam Ahmed Haque Khanom Talukder Sarkar")
    );

    /// <summary>Families from Somalia.</summary>
    public static readonly NamePool Somali = new(
        "Somali",
        Words("Hodan Ifrah Sahra Fadumo Khadra Deqa Hibo Asha Ubah Nimco Zamzam"),
        Words("Abdi Mohamud Yusuf Guled Farah Liban Warsame Mahad Ismail Bashir Abdirahman"),
        Words("Warsame Jama Farah Abdullahi Mohamed Aden Hersi Dualeh Nur Osman Elmi")
    );

    /// <summary>Caribbean families.</summary>
    public static readonly NamePool Caribbean = new(
        null,
        Words(
            "Beverley Sonia Merlene Yvonne Hyacinth Velma Claudette Icilda Marcia Pearline Gloria Verna Cynthia Paulette Euphemia Shanice"
        ),
        Words("Winston Desmond Errol Neville Leroy Carlton Delroy Egbert Rupert Vivian Lloyd Everton Alford Cleveland Fitzroy Jermaine"),
        Words(
            "Campbell Francis Grant Bailey Samuels Gayle Morgan-Reid Pinnock Thompson Blackwood Edwards Henry Palmer Baptiste Joseph Lewis Charles"
        )
    );

    /// <summary>West African families.</summary>
    public static readonly NamePool WestAfrican = new(
        null,
        Words("Folasade Ngozi Abena Akosua Comfort Blessing Yetunde Mercy Adwoa Ijeoma Isatu"),
        Words("Kwame Kofi Emeka Babatunde Olumide Samuel Chidi Yaw Emmanuel Ibrahim Foday"),
        Words("Adeyemi Mensah Okafor Boateng Akinwale Asante Eze Sesay Oyelaran Owusu-Ansah Kamara Balogun")
    );

    /// <summary>Turkish, Kurdish and Cypriot families.</summary>
    public static readonly NamePool Turkish = new(
        "Turkish",
        Words("Ayşe Emine Hatice Zeynep Gülşen Sevgi Nuray Havva Filiz Şengül"),
        Words("Mehmet Hasan Hüseyin Osman İbrahim Kemal Ahmet Yılmaz Erdoğan Uğur"),
        Words("Yıldız Özdemir Kaya Şahin Demir Çelik Aydın Koç Arslan Doğan")
    );

    /// <summary>Polish families.</summary>
    public static readonly NamePool Polish = new(
        "Polish",
        Words("Agnieszka Małgorzata Zofia Katarzyna Barbara Jadwiga Halina Danuta"),
        Words("Krzysztof Zbigniew Andrzej Stanisław Paweł Wojciech Tadeusz Marek"),
        Words("Wiśniewski Kowalczyk Dąbrowski Zając Szczepański Wójcik Nowak Krawczyk")
    );

    /// <summary>Families from the Punjab, Gujarat, Tamil Nadu and Jaffna.</summary>
    public static readonly NamePool SouthAsian = new(
        null,
        Words("Gurpreet Jaswinder Meena Kalpana Lakshmi Shanthi Parveen Naseem Sunita Usha"),
        Words("Harbhajan Rajesh Suresh Balbir Ramesh Tariq Selvarajah Kirit Mukesh Ashok"),
        Words("Kaur Patel Sharma Balasubramaniam Nadarajah Gill Desai Thirunavukkarasu Mistry Sivapalan")
    );

    /// <summary>Vietnamese and Chinese families.</summary>
    public static readonly NamePool EastAsian = new(
        null,
        Words("Thi-Hoa Mei-Ling Lan Suk-Yee Tuyet Xiu"),
        Words("Van-Minh Kwok-Wai Duc Hung Wing Tuan"),
        Words("Nguyen Tran Cheung Lam Pham Wong")
    );

    /// <summary>People who write their name from right to left, and others with names too long for a narrow screen.</summary>
    public static readonly IReadOnlyList<(string Given, string Family, string? Language)> Unusual =
    [
        ("أمينة", "حسن", "Arabic"),
        ("عبد الرحمن", "يوسف", "Arabic"),
        ("فاطمة الزهراء", "محمد", "Arabic"),
        ("نور جہاں", "بیگم", "Urdu"),
        ("محمد اقبال", "چوہدری", "Urdu"),
        ("רבקה", "כהן", "Hebrew"),
        ("রহিমা", "খাতুন", "Bengali"),
        ("María del Carmen", "Fernández de la Vega y Gutiérrez", "Spanish"),
        ("Marged Angharad", "Llewelyn-Prosser-Gwynne", "Welsh"),
        ("Oluwaseun Oluwadamilola", "Adebayo-Akinfenwa", null),
        ("Bo", "Li", null),
    ];

    private static string[] Words(string words) => words.Split(' ');
}
