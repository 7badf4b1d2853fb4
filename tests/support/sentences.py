"""Sentences of a leaflet in many languages, in every script that the press can set."""

SENTENCES = {
    "en": "Take one tablet of 500 mg with water in the morning. If you have a fever of 38 °C or "
    "more, call your clinic straight away. Do not stop your medicine without asking your doctor.",
    "tr": "Sabahları bir adet 500 mg tableti suyla alın. Ateşiniz 38 °C veya üzerindeyse hemen "
    "kliniğinizi arayın. Doktorunuza sormadan ilacınızı bırakmayın.",
    "de": "Nehmen Sie morgens eine Tablette zu 500 mg mit Wasser ein. Rufen Sie bei Fieber ab "
    "38 °C sofort Ihre Klinik an. Setzen Sie Ihr Arzneimittel nicht ab, ohne ärztlichen Rat zu "
    "holen.",
    "fr": "Prenez le matin un comprimé de 500 mg avec de l'eau. Si vous avez une fièvre de 38 °C "
    "ou plus, appelez tout de suite votre clinique. N'arrêtez pas votre médicament sans demander "
    "à votre médecin.",
    "es": "Tome por la mañana un comprimido de 500 mg con agua. Si tiene fiebre de 38 °C o más, "
    "llame enseguida a su clínica. No deje su medicamento sin preguntar a su médico.",
    "pl": "Rano proszę przyjąć jedną tabletkę 500 mg i popić ją wodą. Przy gorączce 38 °C lub "
    "wyższej proszę od razu zadzwonić do swojej kliniki. Proszę nie odstawiać leku bez rozmowy "
    "z lekarzem.",
    "ru": "Принимайте утром одну таблетку 500 мг, запивая водой. При температуре 38 °C и выше "
    "сразу позвоните в свою клинику. Не прекращайте приём лекарства, не посоветовавшись с врачом.",
    "uk": "Приймайте вранці одну таблетку 500 мг, запиваючи водою. Якщо температура 38 °C або "
    "вища, одразу зателефонуйте до своєї клініки. Не припиняйте приймати ліки, не порадившись "
    "із лікарем.",
    "el": "Πάρτε το πρωί ένα δισκίο των 500 mg με νερό. Αν έχετε πυρετό 38 °C ή περισσότερο, "
    "καλέστε αμέσως την κλινική σας. Μη σταματήσετε το φάρμακό σας χωρίς να ρωτήσετε τον γιατρό "
    "σας.",
    "ar": "تناول قرصًا واحدًا من 500 mg صباحًا مع الماء. إذا بلغت حرارتك 38 °C أو أكثر، فاتصل "
    "بعيادتك فورًا. لا توقف دواءك دون أن تسأل طبيبك.",
    "fa": "صبح‌ها یک قرص ۵۰۰ میلی‌گرمی را با آب بخورید. اگر تب شما ۳۸ درجه یا بیشتر بود، فوراً با "
    "درمانگاه خود تماس بگیرید. بدون پرسیدن از پزشک، داروی خود را قطع نکنید.",
    "ur": "صبح 500 mg کی ایک گولی پانی کے ساتھ لیں۔ اگر بخار 38 °C یا اس سے زیادہ ہو تو فوراً اپنے "
    "کلینک کو فون کریں۔ ڈاکٹر سے پوچھے بغیر اپنی دوا بند نہ کریں۔",
    "he": "קחו בבוקר טבליה אחת של 500 mg עם מים. אם יש לכם חום של 38 °C או יותר, התקשרו מיד "
    "למרפאה שלכם. אל תפסיקו את התרופה בלי לשאול את הרופא.",
    "hi": "सुबह 500 mg की एक गोली पानी के साथ लें। बुखार 38 °C या उससे ज़्यादा हो तो तुरंत अपने "
    "क्लिनिक को फ़ोन करें। डॉक्टर से पूछे बिना अपनी दवा बंद न करें।",
    "bn": "সকালে পানি দিয়ে 500 mg-এর একটি ট্যাবলেট খান। জ্বর 38 °C বা তার বেশি হলে সঙ্গে সঙ্গে আপনার "
    "ক্লিনিকে ফোন করুন। ডাক্তারকে জিজ্ঞাসা না করে আপনার ওষুধ বন্ধ করবেন না।",
    "ta": "காலையில் 500 mg மாத்திரை ஒன்றைத் தண்ணீருடன் எடுத்துக்கொள்ளுங்கள். காய்ச்சல் 38 °C அல்லது அதற்கு "
    "மேல் இருந்தால் உடனே உங்கள் மருத்துவமனையை அழைக்கவும். மருத்துவரிடம் கேட்காமல் மருந்தை நிறுத்த "
    "வேண்டாம்.",
    "th": "รับประทานยาเม็ด 500 mg หนึ่งเม็ดพร้อมน้ำในตอนเช้า หากมีไข้ 38 °C ขึ้นไป ให้โทรหาคลินิกของคุณทันที "
    "อย่าหยุดยาเองโดยไม่ถามแพทย์",
    "am": "ጠዋት አንድ የ500 mg ክኒን በውሃ ይውሰዱ። ትኩሳትዎ 38 °C ወይም ከዚያ በላይ ከሆነ ወዲያውኑ ወደ ክሊኒክዎ "
    "ይደውሉ። ሐኪምዎን ሳይጠይቁ መድኃኒትዎን አያቁሙ።",
    "zh-Hans": "请在早上用水送服一片500毫克的药片。如果发烧到38 °C或更高，请立即给诊所打电话。"
    "没有问过医生，请不要停药。",
    "ja": "朝に500 mgの錠剤を水で飲んでください。38 °C以上の熱が出たら、すぐにクリニックに"
    "電話してください。医師に相談せずに薬をやめないでください。",
    "ko": "아침에 500 mg 알약 한 알을 물과 함께 드십시오. 열이 38 °C 이상이면 바로 병원에 "
    "전화하십시오. 의사에게 묻지 않고 약을 끊지 마십시오.",
    "vi": "Buổi sáng, uống một viên 500 mg với nước. Nếu sốt từ 38 °C trở lên, hãy gọi ngay cho "
    "phòng khám của bạn. Đừng tự ý ngừng thuốc khi chưa hỏi bác sĩ.",
}
"""The same three sentences in each language, in words that a leaflet would use."""
