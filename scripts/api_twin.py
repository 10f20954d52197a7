"""The job list and the health route as FastAPI and SQLAlchemy make them, on the platform's own SQLite file.

For comparison only: uvicorn api_twin:app --workers N, with DRILL_DB (the file), DRILL_USER (a user id) and DRILL_TOKEN
in the environment.
"""
import os
from datetime import datetime

from fastapi import Depends, FastAPI, Header, HTTPException, Query
from pydantic import BaseModel
from sqlalchemy import String, create_engine, func, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

engine = create_engine(f"sqlite:///{os.environ['DRILL_DB']}", connect_args={"check_same_thread": False})
sessions = sessionmaker(engine)
app = FastAPI()


class Base(DeclarativeBase):
    pass


class JobRow(Base):
    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str]
    title: Mapped[str]
    status: Mapped[str]
    runorder: Mapped[int]
    speech_speed: Mapped[float]
    is_horizontal: Mapped[bool]
    description: Mapped[str]
    publish_title: Mapped[str]
    extra: Mapped[str]
    version: Mapped[int]
    created_at: Mapped[str] = mapped_column(String)
    updated_at: Mapped[str] = mapped_column(String)
    deleted_at: Mapped[str | None] = mapped_column(String)


class JobOut(BaseModel):
    model_config = {"from_attributes": True}
    id: int
    title: str
    status: str
    runorder: int
    speech_speed: float
    is_horizontal: bool
    description: str
    publish_title: str
    extra: str
    version: int
    created_at: str
    updated_at: str


class JobList(BaseModel):
    items: list[JobOut]
    total: int


def session():
    with sessions() as opened:
        yield opened


def user(authorization: str = Header()) -> str:
    if authorization != "Bearer " + os.environ["DRILL_TOKEN"]:
        raise HTTPException(401)
    return os.environ["DRILL_USER"]


@app.get("/api/jobs", response_model=JobList)
def jobs(
    page: int = Query(1, ge=1), page_size: int = Query(10, ge=1, le=100),
    owner: str = Depends(user), opened: Session = Depends(session),
):
    mine = (JobRow.user_id == owner) & JobRow.deleted_at.is_(None)
    total = opened.scalar(select(func.count()).select_from(JobRow).where(mine))
    rows = opened.scalars(
        select(JobRow).where(mine).order_by(JobRow.id.desc()).limit(page_size).offset((page - 1) * page_size))
    return {"items": rows.all(), "total": total}


@app.get("/health")
def health(opened: Session = Depends(session)):
    opened.execute(text("SELECT 1"))
    return {
        "status": "healthy", "timestamp": datetime.now().isoformat(), "service": "twin", "version": "1",
        "environment": "production",
    }
