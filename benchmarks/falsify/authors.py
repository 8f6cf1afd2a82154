"""Names for the authors of posts, made up, as people who write in each language are called."""

from __future__ import annotations

from falsify.change import pick

AUTHORS = {
    "ar": ("ليلى منصور", "كريم حداد", "Karim Haddad", "Leila Mansour"),
    "ca": ("Núria Puig", "Jordi Ferrer", "Marta Soler", "Pau Vidal"),
    "cs": ("Jana Dvořáková", "Petr Novotný", "Tomáš Veselý", "Eva Horáková"),
    "de": ("Anna Schreiber", "Lukas Brandt", "Sabine Vogel", "Jonas Keller"),
    "el": ("Ελένη Παππά", "Νίκος Γεωργίου", "Maria Papadaki", "Giorgos Dimou"),
    "es": ("Lucía Herrera", "Carlos Medina", "Elena Ibáñez", "Andrés Castaño"),
    "fa": ("مریم احمدی", "رضا کریمی", "Maryam Ahmadi", "Reza Karimi"),
    "fr": ("Camille Lefèvre", "Julien Moreau", "Claire Fontaine", "Antoine Mercier"),
    "he": ("נועה לוי", "דניאל כהן", "Noa Levi", "Daniel Cohen"),
    "hi": ("अनिल वर्मा", "सुनीता मिश्रा", "Anil Verma", "Sunita Mishra"),
    "id": ("Siti Rahayu", "Budi Santoso", "Dewi Lestari", "Agus Wijaya"),
    "it": ("Giulia Ferrari", "Marco Rinaldi", "Chiara Conti", "Paolo Galli"),
    "ja": ("佐藤健一", "高橋美咲", "Kenichi Sato", "Misaki Takahashi"),
    "ko": ("김민준", "이서연", "Minjun Kim", "Seoyeon Lee"),
    "nl": ("Sanne de Vries", "Bram Jansen", "Lotte Bakker", "Daan Visser"),
    "pl": ("Anna Kowalczyk", "Piotr Zieliński", "Marek Wójcik", "Ewa Nowicka"),
    "pt": ("Mariana Lopes", "João Ferreira", "Beatriz Cardoso", "Rui Almeida"),
    "ro": ("Ioana Popescu", "Andrei Ionescu", "Elena Dumitru", "Mihai Stan"),
    "ru": ("Анна Соколова", "Дмитрий Орлов", "Irina Volkova", "Sergei Morozov"),
    "sv": ("Elin Johansson", "Erik Lindberg", "Karin Nilsson", "Oskar Berg"),
    "tr": ("Ayşe Yılmaz", "Mehmet Demir", "Zeynep Kaya", "Emre Çelik"),
    "uk": ("Олена Шевченко", "Андрій Коваль", "Oksana Bondar", "Taras Melnyk"),
    "vi": ("Nguyễn Thị Lan", "Trần Văn Minh", "Lê Thu Hà", "Phạm Quang Huy"),
    "zh": ("陈志强", "林美华", "Zhiqiang Chen", "Meihua Lin"),
}


def author(lang: str, *what: str) -> str:
    """A person who writes in a language (ISO 639-1), always the same for the same words."""
    return pick(AUTHORS.get(lang, AUTHORS["es"]), *what)
