"""What an archive is told of a digital photo beside its caption (DA/T 54-2014), and its group."""

from dataclasses import dataclass

OTHER_GROUP = "其他照片"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotFacts:
    """Elements of DA/T 54-2014 that file and records tell, as texts; what nobody says is empty."""

    taken_at: str = ""
    digitized_at: str = ""
    utc: str = ""
    gps_version: str = ""
    latitude_ref: str = ""
    longitude_ref: str = ""
    altitude_ref: str = ""
    altitude: str = ""
    direction_ref: str = ""
    make: str = ""
    model: str = ""
    serial: str = ""
    sensor: str = ""
    software: str = ""
    artist: str = ""
    format: str = ""
    width: str = ""
    height: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoGroup:
    """A group of photos (照片组): pictures of one matter, numbered by the time of the first."""

    number: int
    title: str
    count: int
    first: str = ""
    last: str = ""

    @property
    def code(self) -> str:
        """Spell its number in four digits."""
        return f"{self.number:04d}"

    @property
    def days(self) -> str:
        """Tell from when to when its photos were taken (起止时间); empty where no file says."""
        return "至".join(dict.fromkeys(day for day in (self.first, self.last) if day))

    @property
    def described(self) -> str:
        """Describe the group: what it shows, from when to when, how many (GB/T 11821)."""
        parts = (self.title.rstrip("。；"), self.days, f"共{self.count}张")
        return "；".join(part for part in parts if part)
