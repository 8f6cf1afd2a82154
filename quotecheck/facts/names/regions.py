"""Regions, states and provinces by their English names: a reporter says "in Galicia" of what a post says of Lugo.

From knowledge: those that news in English names without saying what they are.
"""

from __future__ import annotations

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold

_REGIONS = frozenset(
    """
    andalusia|aragon|asturias|balearic islands|basque country|canary islands|cantabria|castile|castilla-la mancha|
    catalonia|extremadura|galicia|la rioja|murcia|navarre|valencian community|alentejo|algarve|madeira|azores|alsace|
    aquitaine|auvergne|brittany|burgundy|champagne|corsica|dordogne|franche-comte|gironde|grand est|herault|
    hauts-de-france|jura|languedoc|limousin|lorraine|normandy|nouvelle-aquitaine|occitanie|occitania|picardy|provence|
    savoy|vendee|vosges|abruzzo|apulia|puglia|basilicata|calabria|campania|emilia-romagna|friuli|lazio|liguria|
    lombardy|marche|molise|piedmont|sardinia|sicily|south tyrol|trentino|tuscany|umbria|veneto|baden-wurttemberg|
    bavaria|brandenburg|franconia|hesse|lower saxony|mecklenburg|north rhine-westphalia|rhineland|
    rhineland-palatinate|saarland|saxony|saxony-anhalt|schleswig-holstein|swabia|thuringia|westphalia|carinthia|
    styria|tyrol|vorarlberg|burgenland|upper austria|lower austria|ticino|valais|flanders|wallonia|brabant|friesland|
    limburg|zeeland|silesia|lower silesia|pomerania|masovia|mazovia|masuria|lesser poland|greater poland|podlasie|
    bohemia|moravia|south moravia|transylvania|banat|wallachia|crete|peloponnese|thrace|macedonia|anatolia|cappadocia|
    skane|scania|norrland|dalarna|halsingland|jamtland|gastrikland|varmland|smaland|vasterbotten|norrbotten|gotland|
    angermanland|medelpad|harjedalen|vastergotland|ostergotland|dalsland|sodermanland|uppland|blekinge|
    lapland|jutland|crimea|donbas|siberia|chechnya|dagestan|tatarstan|bashkortostan|
    kurdistan|sinai|darfur|kordofan|bahia|ceara|maranhao|mato grosso|minas gerais|para|parana|pernambuco|
    rio grande do sul|santa catarina|sinaloa|sonora|jalisco|michoacan|guerrero|oaxaca|chiapas|chihuahua|veracruz|
    patagonia|antioquia|assam|bihar|gujarat|haryana|jharkhand|karnataka|kerala|madhya pradesh|maharashtra|odisha|
    punjab|rajasthan|tamil nadu|telangana|uttar pradesh|uttarakhand|west bengal|anhui|fujian|gansu|guangdong|guangxi|
    guizhou|hainan|hebei|heilongjiang|henan|hubei|hunan|inner mongolia|jiangsu|jiangxi|jilin|liaoning|qinghai|shaanxi|
    shandong|shanxi|sichuan|tibet|xinjiang|yunnan|zhejiang|hokkaido|honshu|kyushu|shikoku|tohoku|kansai
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def is_region(name: Name) -> bool:
    """Whether a name is that of a region, which holds many towns: of any language, as far as its English is known."""
    return fold(name.text) in _REGIONS or not _REGIONS.isdisjoint(name.keys)
