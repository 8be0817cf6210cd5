/**
 * Everyday words, and names of people's identities, that machine translation brought onto the lists of
 * rude words: "pour" is the French for "for", from an English word for a person.
 */
export const everydayWords: readonly string[] = [
  // German
  'eier|bälle|glocke|hündchen|metzger|blasen|knochen|fehler|mist|stiche|hunde|hund|flat|ziegen|huhn',
  'kokos|kümmel|ausleger|knüppel|knospen|knopf|esel|flansch|phantasievoll|geil|dink|dinks|sex|nuss',
  // French
  "5 heures|en dollars|c'est ça|boules|bête|clocher|sanglant|pipe|pipes|sein|seins|boucliers|bouchons",
  'poitrines|mégots|gros plan|chine|nut|coq|coqs|pomme|pâte|évier|éviers|doux|duché|pour|signalisation',
  'peaux|gras|feu|feuillage|infesté|culotte|farcis|fusils|bride|caprins|seigneur|arnaque|chienne|bandes',
  'des gangs|sur gage|pic|purée|ouvrés|ouvrage|en colère|pique|les briques|tablier|pousse|jante|croûte',
  "- oui|s'il vous plaît|sciages|titre|lancer|tuyau|détecteur|souris|et toi|osseux|cliquetis|vissage",
  'taux de chute|cyberdépannage|transexuelle|sexe|maquereau|ânes|gay',
  // Spanish
  'a dólares|bolas|bestia|hueso|senos|negro|entendido|gallos|colibrí|cuñada|cuñas|cibernético|perro',
  'grasa|caído|dedo|dedos|brida|fusibles|cabra|ciberpolvo|corrida|los ciberdelincuentes|¡dedo',
  'ciberdelincuente|bolsa de bolas|culo completo|aus',
  // Portuguese
  '5|arrumos|o quê|- o quê|como $|sangrento|boa sorte|bolo|osso|amigos|não|claire|clérigos|amendoim',
  'galão|carpinteiro|colheitadeira|o que é que se passa|cláudia|de verão|com licença|cúpula|não sei',
  'o que é isso|incômodo|cúmplices|cãozinho|- não|duquesa|gorda|caído|cortina|eu sei|jogos de vestir',
  'cabras|raios|excitado|tudo bem|júnior|botão|- sim|laboratório|brilho|o que fazer|fantoche|não te metas',
  'titã|titãs|turva|via satélite|vamos|bolas|mamas|b1|i3|dl|mas..|broche|broches|s|t',
  // Italian
  'balle|battere|biga|brinca|cadavere|fava|finocchio|monta|montare|nave scuola|palle|pesce|quaglia',
  'regina|sbattere|sega|spagnola|tirare|vacca|pisello|pompa|cozza|patacca|mona|cesso|imbecille|bagnarsi',
  // Chinese
  '皮肤|驴|作为美元|球囊|球头|兽形|铃声|最佳状态|质量|双倍径|双节|骨头|嘘声|嘘嘘|可恶|流浪汉|枪托|中国|果实',
  '鸡头|鸡尾酒|公鸡|库克|铜|缩写|积分|弯曲|累积射击|低调|二极管|叮当|养狗|堤坝|射线|标记|同性恋|发牢骚|风扇',
  '扇形叶片|迷恋|鸡肉|欢呼|呕吐|堕落|指头|拳头|花纹|烟花|黑帮|帮派|同性恋者|山羊队|头部|桨|爱|吼声|鹅|角质',
  '热性|骗局|贾宝玉|坐标|键|针叶|已锁定|旋钮|旋钮头|键盘|鸡|宽度|单位|欲望|半径|高级|掌握|调味料|马夫|变种人',
  '无|唉哟|黑头|头|无趣|无名|疯子|质子|矫形|高潮|啄木鸟|电话|发球|划开|摇摆|发声|愤怒|刺头|专业|猫咪|迟钝',
  '连环画|旋转|长|划伤|切开|性别|嘘|小时|抖动|变形|女同性恋|乱七八糟|乱七八糟的|闪烁|抢|沉积|吨数|垫子|测试',
  '奶妈|转数|黄|闲着|虚无|妇人|威尔|胡说|废话|页:1|ch|aw|ya|ku|mo|wa|watt|bo|p',
  // Japanese
  'ログイン|アルス|トピックス|ボールバッグ|ベスト|人気カテゴリー|ボブ|ブーツ|バッツ|パスワード|プリカ|クルミ|コック',
  'つぶやき|ダイニング|ダック|電子メール|おばあさん|フォーク|フィードバック|落ち着き|フランジ|ファクシミリ|ギャング',
  'ガールフレンド|ヤギ|ふりがな|プロフィール|ノブ|フィッシング|ピッキング|ピクチャー|ポップ|パトリック|パブ|リクルート',
  'スクリュー|セメン|性別|お問い合わせ|ツイート|シャガール|シェーディング|サイトマップ|インタビュー|インフォメーション',
  'ソリューション|リファレンス|スタッフ|パーティー|メニュー|シッター|スムート|神秘的な被害を受けた',
  // Korean
  '한국어|사이트맵|카테고리|장바구니|회사 소개|제품 정보|배틀그라운드|제품정보|채용 정보|인기있는|채용정보|스낵 바|뼈',
  '프로젝트|채용공고|인기 카테고리|이름 *|언어: 한국어|관련 기사|팟캐스트|모든 새|옵션 정보|펌웨어|뉴스 레터|맨 위로',
  '가장 핫한|주 메뉴|엄마|모든 인기있는|메뉴 닫기|견과류|사이트맵.|관련 제품|전체장편|스크랩|스펀지|시험대|노브|신담|뱅커',
  // Russian
  'полный|как $|мешок с мячом|шары|мешок|колокольчик|двустворчатый|кровавый|буйвол|костлявый|грудь|бродяга',
  'затвор|вес|топор|ерунда|шипа|кнут|петух|петухи|кокс|кум|колоть|щекотать|щекотливый|ворчать|помойка|собачий',
  'собака|душ|герцог|дамба|педикюр|фагот|фаготы|толстый|грязь|сорняк|пальчики|обман|приправа|бандаж|голова',
  'хриплый|кабак|горшок|мотыга|обнимать|роговой|отсрочка|рывок|яблочный|бегство|шипение|лаять|ручка|кнопка',
  'стучать|лабиринт|мастерить|фото|молоток|мотылек|усатый|кекс|обезболивающие|гайка|рог|пешка|телефоны',
  'обожженный|пьяный|паук|порох|поршни|сосульки|уколы|наклон|лоб|киска|обрамление|горло|писать|дрожать',
  'женщина|похищать|отрыжка|трость|тестовый|ван|вялый|вор|мухи|волей|блин|смута|член|козел|хулиган|мафия|пак',
  // Hindi
  'शस्त्र|गेंद|गेंदों|जानवर|समानता|घंटी|श्रेष्ठ|श्रेष्ठता|खूनी|हड्डी|शराब|बगीचा|हिन्दी|अखरोट|मुर्गा|कोक|कोन|केकड़ा|सह',
  'गुलगुला|हिंदी|चाचा|गुत्थी|डंक|कुत्ते|गधा|डच|छूत|चुभोना|कट्टर|वसा|गिरना|गिरती|उंगलियों|फुहार|गड़बड़|बकरी|देवता|देवी|सिर',
  'हो|होम|जैकपॉट|मरोड़ते|घुंडी|कुम्भ|गुनगुना|चमकना|साइटमैप|माँ|माताओं|माफ|निगाह|मोहन|चक|फुकेत|पोप|ट्रिक|बिल्ली|राशि|मंदिर',
  'पेंच|झरना|घूंघट|पतला|शिथिल|गुदगुदी|छीनना|बेटा|टट्टू|टी|इच्छा|समलैंगिक|बिटिंग|तैसा',
  // Arabic
  'الحصان|دولار|كدولارات|الكرة|الكرات|كرات|الجرس|الأفضلية|العظام|صدر|البوق|عصيان|حشرة|مقهى|وجهك|صراخ|كوك',
  'الطهي|النقر|الإنترنت(ج)|الفضاء الإلكتروني|حبوب منع الحمل|الإيجاز|الجزيئات|زائفة|فاني|الخيال|الدهون|متعهد',
  'الحضانات|فاسد|المهرجان|سقط|سخيف|صمامات|الثعلب|العصابات|مثلي الجنس|الماعز|يا إلهي|صلبة|الرأس|الأشقر|مثير',
  'حبس|الكم|المختبرات|الماجستير|درجة الماجستير|الماجستير(ب)|المناقشة العامة*|المناقشة الرئيسية 3|سيدي|التحفة',
  'الراهبات|الأورام|الرهن|رشاش|رهبان|الخوخ|حانة|نقية|جبان|الجبناء|إعادة التشكيل|ش|شجر|اختباري|توان|وانغ|الكلب',
  'الكلاب|عمل فاسد|أعمال تفجيرية|(ب)|(جاك)',
].flatMap((words) => words.split('|'));
